using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Partitions;

/// <summary>The state in the hands of a process that dies when it is about to save something.</summary>
internal sealed class FaultyStore(IStateStore inner, Predicate<StateChange> isLast) : DelegatingStore(inner)
{
    private volatile bool isDead;

    public override Task CommitAsync(StateChange change, CancellationToken cancellationToken)
    {
        isDead |= isLast(change);
        return isDead ? Task.FromException(new DeathException()) : base.CommitAsync(change, cancellationToken);
    }
}
