using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs;

/// <summary>What the engine works with.</summary>
/// <param name="Endpoints">The two systems.</param>
/// <param name="State">The durable state.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Ids">The source of ids.</param>
/// <param name="Holders">Tells who holds claims.</param>
/// <param name="Partitions">Gives parts of long passes to other workers; null to do everything here.</param>
public sealed record EngineParts(
    EndpointPair Endpoints, IStateStore State, TimeProvider Clock, IIdSource Ids, IHolderProbe Holders, IPartitionHost? Partitions = null)
{
    /// <summary>When work that begins now is to end (UTC); null when its time is not limited, or reaches beyond all dates.</summary>
    internal DateTimeOffset? EndOf(TimeSpan? budget)
    {
        var now = Clock.GetUtcNow();
        return budget is not { } time || time > DateTimeOffset.MaxValue - now ? null : now + (time < TimeSpan.Zero ? TimeSpan.Zero : time);
    }
}
