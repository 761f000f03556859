using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Lets something happen between what a command read and what it saves.</summary>
internal sealed class StateWatch
{
    private (Func<StateChange, bool> Fits, Func<Task> Act)? waiting;

    /// <summary>True while nothing has happened yet.</summary>
    public bool IsWaiting => waiting is not null;

    /// <summary>Acts once, before the first change that fits is saved.</summary>
    public void Before(Func<StateChange, bool> fits, Func<Task> act) => waiting = (fits, act);

    /// <summary>Acts once, before the first page of a run that saves couplings is settled.</summary>
    public void BeforeSettling(Func<Task> act) => Before(change => change.Jobs.Count > 0 && change.Couplings.Count > 0, act);

    /// <summary>The store with the watch in front.</summary>
    public IStateStore Over(IStateStore store) => new WatchedStore(store, this);

    private async Task PassAsync(StateChange change)
    {
        if (waiting is not { } step || !step.Fits(change))
            return;
        waiting = null;
        await step.Act();
    }

    private sealed class WatchedStore(IStateStore inner, StateWatch watch) : DelegatingStore(inner)
    {
        public override async Task CommitAsync(StateChange change, CancellationToken cancellationToken)
        {
            await watch.PassAsync(change);
            await base.CommitAsync(change, cancellationToken);
        }
    }
}
