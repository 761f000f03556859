namespace BcSalesSync.Sandbox.Tests.Limits;

// A clock that stands still until it is moved; timers fire when time passes them.
internal sealed class HandClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<HandTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    // Timers that are set, those that guard a queue aside.
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count(timer => timer.Due <= _now + TimeSpan.FromMinutes(7));
            }
        }
    }

    // True when a timer is set that is due after a time.
    public bool HasTimer(TimeSpan dueIn)
    {
        lock (_gate)
        {
            return _timers.Any(timer => timer.Due == _now + dueIn);
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(int seconds)
    {
        List<HandTimer> due;
        lock (_gate)
        {
            _now += TimeSpan.FromSeconds(seconds);
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    private sealed class HandTimer(HandClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
