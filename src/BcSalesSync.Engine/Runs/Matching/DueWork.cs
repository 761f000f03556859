using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Matching;

/// <summary>
/// What coupling by matching leaves to be done: records to be created and pairs to be synchronised. It is kept as records that are due,
/// so that a run that ends in between goes on with it, and any later run of the mapping takes it up otherwise.
/// </summary>
internal sealed class DueWork(EngineParts parts, TableMapping mapping)
{
    private const int Chunk = 1_000;

    /// <summary>A record that is due now.</summary>
    public static PendingRecord Row(TableMapping mapping, SyncDirection direction, Guid sourceId, string? name, DateTimeOffset now) => new()
    {
        Mapping = mapping.Name,
        Direction = direction,
        SourceId = sourceId,
        SourceName = name,
        NextTry = now,
    };

    /// <summary>Records of Business Central that are due and not coupled.</summary>
    public Task<IReadOnlyList<Guid>> UncoupledAsync(CancellationToken cancellationToken) =>
        FindAsync(SyncDirection.ToSales, coupling => coupling is null, cancellationToken);

    /// <summary>Sources of pairs that are due in a direction; only pairs that were never synchronised where the source is to win.</summary>
    public Task<IReadOnlyList<Guid>> CoupledAsync(FollowUpPass pass, CancellationToken cancellationToken) =>
        FindAsync(pass.Direction, coupling => coupling is not null && !(pass.SourceWins && coupling.LastSynchronized is not null),
            cancellationToken);

    private async Task<IReadOnlyList<Guid>> FindAsync(
        SyncDirection direction, Func<CouplingState?, bool> wanted, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();
        var side = direction is SyncDirection.ToSales ? SystemSide.BusinessCentral : SystemSide.Sales;
        var query = new DueQuery(parts.Clock.GetUtcNow(), Chunk, ReleasedOnly: true);
        while (await parts.State.Pending.DueAsync(mapping.Name, direction, query, cancellationToken).ConfigureAwait(false)
            is { Count: > 0 } due)
        {
            query = query with { After = due[^1] };
            var ids = due.Select(row => row.SourceId).ToArray();
            var couplings = await parts.State.Couplings.FindByIdAsync(side, mapping.Family, ids, cancellationToken).ConfigureAwait(false);
            var byId = couplings.ToDictionary(coupling => coupling.IdOn(side));
            found.AddRange(ids.Where(id => wanted(byId.GetValueOrDefault(id))));
        }

        return found;
    }
}
