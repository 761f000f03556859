using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>Does the part of a worker in passes that others lead.</summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="mappings">Gives the mappings and switches as they are.</param>
public sealed class PartitionService(EngineParts parts, Func<CancellationToken, Task<MappingSet>> mappings)
{
    /// <summary>
    /// Works off whatever partitions nobody has at hand, of all passes under way, until there have been none for a moment.
    /// </summary>
    /// <param name="ticket">Names the partition to begin with, of whichever pass is next.</param>
    /// <param name="observer">Hears what happens.</param>
    /// <param name="cancellationToken">Stops between requests; what was written by then is saved, the rest is left to another worker.</param>
    /// <exception cref="FormatException">The ticket is none of ours.</exception>
    public Task RunAsync(PartitionTicket ticket, ISyncObserver observer, CancellationToken cancellationToken)
    {
        var first = int.Parse(ticket.Content, NumberStyles.None, CultureInfo.InvariantCulture);
        return new PartitionRunner(parts with { Partitions = null }, mappings, first, observer).RunAsync(cancellationToken);
    }
}
