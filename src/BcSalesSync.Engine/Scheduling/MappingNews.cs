using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Scheduling;

/// <summary>
/// Looks whether a mapping has something to do, with one request a direction: Business Central wakes a job that rests when a record changes
/// there (spec/engine.md 5.3), and from outside both systems can be asked.
/// </summary>
internal sealed class MappingNews(EngineParts parts, MappingSet mappings)
{
    /// <summary>True when a record changed since the last run, or a failed one is due again.</summary>
    /// <exception cref="EndpointException">A system cannot be asked.</exception>
    public async Task<bool> AnyAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        var passes = new PassBuilder(parts.Endpoints, mappings);
        foreach (var direction in mapping.Direction.Passes())
        {
            if (await IsAnythingDueAsync(mapping, direction, cancellationToken).ConfigureAwait(false)
                || await IsAnythingChangedAsync(await passes.BuildAsync(mapping, direction, cancellationToken).ConfigureAwait(false), cancellationToken)
                    .ConfigureAwait(false))
                return true;
        }

        return false;
    }

    private async Task<bool> IsAnythingDueAsync(TableMapping mapping, SyncDirection direction, CancellationToken cancellationToken) =>
        (await parts.State.Pending.DueAsync(mapping.Name, direction, new DueQuery(parts.Clock.GetUtcNow(), 1), cancellationToken)
            .ConfigureAwait(false)).Count > 0;

    private async Task<bool> IsAnythingChangedAsync(PassDefinition pass, CancellationToken cancellationToken)
    {
        var watermark = await parts.State.Pending.WatermarkAsync(pass.Mapping.Name, pass.Direction, cancellationToken).ConfigureAwait(false);
        if (watermark?.Cursor is not { } cursor)
            return true;
        var request = new ChangeRequest(pass.SourceTable.Name, pass.SourceColumns, pass.SourceFilter, cursor);
        try
        {
            await foreach (var page in parts.Endpoints.On(pass.Source).ReadChangesAsync(request, cancellationToken).ConfigureAwait(false))
            {
                if (page.Records.Count > 0 || page.DeletedIds.Count > 0)
                    return true;
            }

            return false;
        }
        catch (CursorExpiredException)
        {
            return true;
        }
    }
}
