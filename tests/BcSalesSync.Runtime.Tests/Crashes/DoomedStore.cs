using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Crashes;

/// <summary>The state store in the hands of a process that is going to die.</summary>
internal sealed class DoomedStore(IStateStore inner, Doom doom) : DelegatingStore(inner)
{
    public override Task CommitAsync(StateChange change, CancellationToken cancellationToken) => doom.StepAsync(DoomedStep.Commit, async () =>
    {
        await base.CommitAsync(change, cancellationToken);
        return true;
    });

    // A dead process gives no sign of life.
    public override Task<bool> RenewAsync(Fence fence, TimeSpan term, CancellationToken cancellationToken) =>
        doom.Fallen.IsCompleted ? new TaskCompletionSource<bool>().Task : base.RenewAsync(fence, term, cancellationToken);
}
