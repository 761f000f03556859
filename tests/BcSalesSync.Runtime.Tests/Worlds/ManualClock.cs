namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>
/// A clock that stands still until it is moved; timers fire when time passes them. A timer that repeats is a heart that beats beside the work
/// and no pause of it: time never jumps for it.
/// </summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ManualTimer(this, callback, state, dueTime, period);

    /// <summary>Time passes while the process stands still: it finds no timer due before the time is moved again.</summary>
    public void Leap(TimeSpan by)
    {
        lock (gate)
            now += by;
    }

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(timer => timer.Due <= now)];
            timers.RemoveAll(due.Contains);
            foreach (var timer in due.Where(timer => timer.Repeats))
            {
                timer.Due = now + timer.Period;
                timers.Add(timer);
            }
        }

        foreach (var timer in due)
            timer.Fire();
    }

    /// <summary>Lets time pass until something is done, for work that looks at the clock between pauses which begin at any moment.</summary>
    public async Task PassUntilAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(done, Task.Delay(TimeSpan.FromMilliseconds(20)));
        }

        await done;
    }

    /// <summary>Time jumps to the next timer as soon as there is one, so that pauses of retries take no time.</summary>
    public bool SkipsPauses { get; set; } = true;

    private void Add(ManualTimer timer, TimeSpan dueTime)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
            return;
        lock (gate)
        {
            timer.Due = now + dueTime;
            timers.Add(timer);
        }

        // A short pause is waited for, a long one is a time-out that must not fire by itself.
        if (SkipsPauses && !timer.Repeats && dueTime <= TimeSpan.FromSeconds(90))
            ThreadPool.QueueUserWorkItem(_ => Jump(timer));
    }

    private void Jump(ManualTimer timer)
    {
        TimeSpan left;
        lock (gate)
        {
            if (!timers.Contains(timer))
                return;
            left = timer.Due - now;
        }

        Advance(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    private void Remove(ManualTimer timer)
    {
        lock (gate)
            timers.Remove(timer);
    }

    private sealed class ManualTimer : ITimer
    {
        private readonly ManualClock clock;
        private readonly TimerCallback callback;
        private readonly object? state;

        public ManualTimer(ManualClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            this.clock = clock;
            this.callback = callback;
            this.state = state;
            Period = period;
            clock.Add(this, dueTime);
        }

        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public bool Repeats => Period > TimeSpan.Zero;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Remove(this);
            Period = period;
            clock.Add(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
