using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>Does the part of a worker in passes that others lead.</summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="mappings">Gives the mappings and switches as they are.</param>
public sealed class PartitionService(EngineParts parts, Func<CancellationToken, Task<MappingSet>> mappings)
{
    /// <summary>
    /// Works off a partition, and then whatever others nobody has at hand, of this pass or another, until there have been none for a moment.
    /// </summary>
    /// <param name="ticket">The partition to begin with.</param>
    /// <param name="observer">Hears what happens.</param>
    /// <param name="cancellationToken">Stops between requests; what was written by then is saved, the rest is left to another worker.</param>
    public Task RunAsync(PartitionTicket ticket, ISyncObserver observer, CancellationToken cancellationToken) =>
        new PartitionRunner(parts with { Partitions = null }, mappings, PartitionWork.Of(ticket), observer).RunAsync(cancellationToken);
}
