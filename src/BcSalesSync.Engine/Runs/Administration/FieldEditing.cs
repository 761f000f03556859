using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Mappings.Checks;
using BcSalesSync.Engine.Mappings.Editing;
using BcSalesSync.Engine.Mappings.Transformations;

namespace BcSalesSync.Engine.Runs.Administration;

/// <summary>Adds, changes and removes rows of mappings.</summary>
internal sealed class FieldEditing(EngineParts parts, MappingService mappings, MappingStorage storage)
{
    /// <summary>Adds a row at the end, where it is written last.</summary>
    /// <exception cref="SyncException">The row cannot work.</exception>
    public Task<BcFieldMapping> NewAsync(FieldMappingChange request, CancellationToken cancellationToken) =>
        EditAsync(request, (edit, mapping, _) =>
        {
            var row = edit.Create(request);
            return (row, mapping with { Fields = [.. mapping.Fields, row] });
        }, cancellationToken);

    /// <summary>Changes a row where it stands.</summary>
    /// <exception cref="SyncException">There is no such row, it is the engine's own, or it could not work any more.</exception>
    public Task<BcFieldMapping> SetAsync(FieldMappingChange change, CancellationToken cancellationToken) =>
        EditAsync(change, (edit, mapping, setup) =>
        {
            var row = mapping.Row(change, setup, parts.Clock.GetUtcNow());
            var changed = edit.Apply(row, change);
            return (changed, mapping with { Fields = [.. mapping.Fields.Select(field => ReferenceEquals(field, row) ? changed : field)] });
        }, cancellationToken);

    /// <summary>Removes a row.</summary>
    /// <exception cref="SyncException">There is no such row, or it is the engine's own.</exception>
    public Task<BcFieldMapping> RemoveAsync(FieldMappingChange selection, CancellationToken cancellationToken) =>
        EditAsync(selection, (_, mapping, setup) =>
        {
            var row = mapping.Row(selection, setup, parts.Clock.GetUtcNow());
            return (row, mapping with { Fields = [.. mapping.Fields.Where(field => !ReferenceEquals(field, row))] });
        }, cancellationToken);

    private async Task<BcFieldMapping> EditAsync(
        FieldMappingChange request,
        Func<RowEdit, TableMapping, BcSyncSetup, (FieldMapping Row, TableMapping Mapping)> edit,
        CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        var before = set.All.Find(request.Mapping, now);
        var offered = await mappings.OfferedAsync(before, cancellationToken).ConfigureAwait(false);
        try
        {
            var (row, after) = edit(new RowEdit(before, offered, set.All), before, set.Setup);
            var all = set.All.Select(known => known.Name == after.Name ? after : known).ToList();
            if (after.Fields.Contains(row))
                MappingChange.Refuse(after, MappingCheck.Rows(after, new CheckGround(offered, all, [before])), now);
            await storage.StoreAsync(before, after, cancellationToken).ConfigureAwait(false);
            return after.ToContract(row, offered);
        }
        catch (TransformationSyntaxException problem)
        {
            var name = string.Join(" / ", new[] { request.BcField, request.SalesField }.OfType<string>());
            throw new SyncException(new MappingProblem(
                "InvalidTransformation", name, $"{name}: {problem.Message}", "Press Tab after -Transformation to see what there is.")
                .ToError(before.Name, now), problem);
        }
    }
}
