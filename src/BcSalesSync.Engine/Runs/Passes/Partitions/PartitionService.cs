using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>Does the part of a worker in passes that others lead.</summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="mappings">Gives the mappings and switches as they are.</param>
public sealed class PartitionService(EngineParts parts, Func<CancellationToken, Task<MappingSet>> mappings)
{
    /// <summary>
    /// Works off a partition, and then whatever others nobody has at hand, until there have been none for a moment, it was there for half a
    /// minute, or the run that handed them out holds its mapping no more.
    /// </summary>
    /// <param name="ticket">The partition to begin with.</param>
    /// <param name="observer">Hears what happens.</param>
    /// <param name="cancellationToken">Stops between requests; what was written by then is saved, the rest is left to another worker.</param>
    public async Task RunAsync(PartitionTicket ticket, ISyncObserver observer, CancellationToken cancellationToken)
    {
        var work = PartitionWork.Of(ticket);
        var set = await mappings(cancellationToken).ConfigureAwait(false);
        if (set.Find(work.Mapping) is { } mapping)
            await new PartitionRunner(parts with { Partitions = null }, set, mapping, work, observer).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
