using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Partitions;

/// <summary>The state in the hands of a process that saves nothing and gives no sign of life once it is dead.</summary>
internal sealed class DeadStore(IStateStore inner, Task death) : DelegatingStore(inner)
{
    public override Task CommitAsync(StateChange change, CancellationToken cancellationToken) =>
        death.IsCompleted ? new TaskCompletionSource().Task : base.CommitAsync(change, cancellationToken);

    public override Task<bool> RenewAsync(Fence fence, TimeSpan term, CancellationToken cancellationToken) =>
        death.IsCompleted ? new TaskCompletionSource<bool>().Task : base.RenewAsync(fence, term, cancellationToken);
}
