using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Scheduling;

/// <summary>
/// Looks whether a mapping has something to do, with one request a direction: Business Central wakes a job that rests when a record, or a line
/// of an order, changes there (spec/engine.md 5.3), and from outside both systems can be asked.
/// </summary>
internal sealed class MappingNews(EngineParts parts, MappingSet mappings)
{
    private readonly PassBuilder passes = new(parts.Endpoints, mappings);

    /// <summary>True when a run would find a change, or a failed record that is due again.</summary>
    /// <exception cref="EndpointException">A system cannot be asked.</exception>
    public async Task<bool> AnyAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        foreach (var direction in mapping.Direction.Passes())
        {
            if (await IsAnythingDueAsync(mapping, direction, cancellationToken).ConfigureAwait(false)
                || await IsAnythingNewAsync(mapping, direction, IsNewAsync, cancellationToken).ConfigureAwait(false))
                return true;
        }

        // In Sales a line touches its order.
        return mappings.PartsOf(mapping) is { } lines && mapping.Direction.Includes(SyncDirection.ToSales)
            && await IsAnythingNewAsync(lines, SyncDirection.ToSales, IsOfCoupledAsync, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsAnythingDueAsync(TableMapping mapping, SyncDirection direction, CancellationToken cancellationToken) =>
        (await parts.State.Pending.DueAsync(mapping.Name, direction, new DueQuery(parts.Clock.GetUtcNow(), 1), cancellationToken)
            .ConfigureAwait(false)).Count > 0;

    private async Task<bool> IsAnythingNewAsync(
        TableMapping mapping, SyncDirection direction, Func<PassDefinition, IReadOnlyList<Record>, CancellationToken, Task<bool>> isNew,
            CancellationToken cancellationToken)
    {
        var pass = await passes.BuildAsync(mapping, direction, cancellationToken).ConfigureAwait(false);
        var watermark = await parts.State.Pending.WatermarkAsync(mapping.Name, direction, cancellationToken).ConfigureAwait(false);
        if (watermark?.Cursor is not { } cursor)
            return true;
        var request = new ChangeRequest(pass.SourceTable.Name, pass.SourceColumns, pass.SourceFilter, cursor);
        try
        {
            await foreach (var page in parts.Endpoints.On(pass.Source).ReadChangesAsync(request, cancellationToken).ConfigureAwait(false))
            {
                if (page.Records.Count > 0 && await isNew(pass, page.Records, cancellationToken).ConfigureAwait(false)
                    || (await CouplingsAsync(pass, page.DeletedIds, cancellationToken).ConfigureAwait(false)).Count > 0)
                    return true;
            }

            return false;
        }
        catch (CursorExpiredException)
        {
            return true;
        }
    }

    // Where a system tells changes by time only, the latest ones come again each time.
    private async Task<bool> IsNewAsync(PassDefinition pass, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var couplings = (await CouplingsAsync(pass, [.. records.Select(record => record.Id)], cancellationToken).ConfigureAwait(false))
            .ToDictionary(coupling => coupling.IdOn(pass.Source));
        return records.Any(record => couplings.TryGetValue(record.Id, out var coupling)
            ? !coupling.Skipped && !EchoCheck.IsEcho(pass, record, coupling)
            : !pass.Mapping.SyncOnlyCoupled);
    }

    private async Task<bool> IsOfCoupledAsync(PassDefinition lines, IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var owners = records.Select(line => line[lines.Mapping.Parent!.BcField].AsId()).OfType<Guid>().Distinct().ToArray();
        var family = mappings.Find(lines.Mapping.Parent!.Mapping)!.Family;
        return (await parts.State.Couplings.FindByBcIdAsync(family, owners, cancellationToken).ConfigureAwait(false)).Count > 0;
    }

    private Task<IReadOnlyList<CouplingState>> CouplingsAsync(PassDefinition pass, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        parts.State.Couplings.FindByIdAsync(pass.Source, pass.Mapping.Family, ids, cancellationToken);
}
