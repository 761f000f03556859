using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>The state in the hands of a session that is listened to: every change is told once it is saved.</summary>
internal sealed class HeardStore(IStateStore inner, Action<StateChange> hear) : DelegatingStore(inner)
{
    public override async Task CommitAsync(StateChange change, CancellationToken cancellationToken)
    {
        await base.CommitAsync(change, cancellationToken);
        hear(change);
    }
}
