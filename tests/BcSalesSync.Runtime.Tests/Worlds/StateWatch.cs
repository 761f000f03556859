using System.Collections.Concurrent;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Lets something happen between what a command read and what it saves, and takes the signs of life from a session.</summary>
internal sealed class StateWatch
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);
    private volatile Step? waiting;
    private volatile Step? following;
    private int renewals;
    private readonly ConcurrentBag<(Func<StateChange, bool> Fits, TaskCompletionSource Saved)> awaited = [];
    private volatile TaskCompletionSource? sleeping;
    private volatile TaskCompletionSource beat = NewSource();

    /// <summary>True while nothing has happened yet.</summary>
    public bool IsWaiting => waiting is not null;

    /// <summary>Acts once, before the first change that fits is saved.</summary>
    public void Before(Func<StateChange, bool> fits, Func<Task> act) => waiting = new Step(fits, act);

    /// <summary>Acts once, after the first change that fits is saved and before its command goes on.</summary>
    public void After(Func<StateChange, bool> fits, Func<Task> act) => following = new Step(fits, act);

    /// <summary>How often the session gave a sign of life.</summary>
    public int Renewals => Volatile.Read(ref renewals);

    /// <summary>Acts once, before the first page of a run that saves couplings is settled.</summary>
    public void BeforeSettling(Func<Task> act) => Before(change => change.Jobs.Count > 0 && change.Couplings.Count > 0, act);

    /// <summary>Done once a change that fits is saved; fails instead of waiting for ever.</summary>
    public Task SavedAsync(Func<StateChange, bool> fits)
    {
        var saved = NewSource();
        awaited.Add((fits, saved));
        return saved.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>The session gives no sign of life from now on, as when its machine sleeps.</summary>
    public void Sleep() => sleeping = NewSource();

    /// <summary>The session gives signs of life again.</summary>
    public void Wake()
    {
        sleeping?.TrySetResult();
        sleeping = null;
    }

    /// <summary>Lets time pass in steps in which the session gives a sign of life each.</summary>
    public async Task LiveAsync(ManualClock clock, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Beat)
        {
            beat = NewSource();
            clock.Advance(Beat);
            await beat.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>The store with the watch in front.</summary>
    public IStateStore Over(IStateStore store) => new WatchedStore(store, this);

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task PassAsync(StateChange change)
    {
        if (waiting is { } step && step.Fits(change) && Interlocked.CompareExchange(ref waiting, null, step) == step)
            await step.Act();
    }

    private async Task FollowAsync(StateChange change)
    {
        if (following is { } step && step.Fits(change) && Interlocked.CompareExchange(ref following, null, step) == step)
            await step.Act();
    }

    private sealed record Step(Func<StateChange, bool> Fits, Func<Task> Act);

    private sealed class WatchedStore(IStateStore inner, StateWatch watch) : DelegatingStore(inner)
    {
        public override async Task CommitAsync(StateChange change, CancellationToken cancellationToken)
        {
            await watch.PassAsync(change);
            await base.CommitAsync(change, cancellationToken);
            foreach (var (_, saved) in watch.awaited.Where(step => step.Fits(change)))
                saved.TrySetResult();
            await watch.FollowAsync(change);
        }

        public override async Task<bool> RenewAsync(Fence fence, TimeSpan term, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref watch.renewals);
            if (watch.sleeping is { } asleep)
                await asleep.Task;
            var stands = await base.RenewAsync(fence, term, cancellationToken);
            watch.beat.TrySetResult();
            return stands;
        }
    }
}
