using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Administration;

/// <summary>Stores changed mappings.</summary>
internal sealed class MappingStorage(EngineParts parts)
{
    /// <summary>
    /// Stores a mapping. Where other records or values may travel now, its next runs read everything again: what did not change itself
    /// would not come otherwise. That must not be while a run is about to save how far it has read.
    /// </summary>
    /// <param name="before">The mapping as it was; null when it is new.</param>
    /// <param name="after">The mapping as it becomes.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="SyncException">A run works on the mapping.</exception>
    public async Task StoreAsync(TableMapping? before, TableMapping after, CancellationToken cancellationToken)
    {
        if (before is null || !TravelsOtherwise(before, after))
        {
            await CommitAsync(after, [], cancellationToken).ConfigureAwait(false);
            return;
        }

        var lease = await MappingLease.TakeAsync(parts, after.Name, parts.Ids.NewId(), cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            var start = SyncDirection.Both.Passes().Select(pass => new Watermark(after.Name, pass, null)).ToArray();
            await CommitAsync(after, start, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool TravelsOtherwise(TableMapping before, TableMapping after) =>
        before.BcFilter != after.BcFilter || before.SalesFilter != after.SalesFilter || before.Direction != after.Direction
        || !before.Fields.SequenceEqual(after.Fields);

    private Task CommitAsync(TableMapping mapping, IReadOnlyList<Watermark> watermarks, CancellationToken cancellationToken) =>
        parts.State.CommitAsync(
            new StateChange { Mappings = [mapping], Watermarks = watermarks, Now = parts.Clock.GetUtcNow() }, cancellationToken);
}
