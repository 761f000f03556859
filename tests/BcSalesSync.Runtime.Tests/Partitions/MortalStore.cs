using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Partitions;

/// <summary>The state in the hands of a worker that dies when it is about to save a slice: what it wrote to the systems stays, unsaved.</summary>
internal sealed class MortalStore(IStateStore inner, int settles) : DelegatingStore(inner)
{
    private int left = settles;

    public override Task CommitAsync(StateChange change, CancellationToken cancellationToken) =>
        change.SettledSlices.Count > 0 && Interlocked.Decrement(ref left) < 0
            ? Task.FromException(new DeathException())
            : base.CommitAsync(change, cancellationToken);
}
