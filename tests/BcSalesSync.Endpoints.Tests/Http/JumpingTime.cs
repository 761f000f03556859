namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>A clock that jumps over every pause up to a horizon at once and remembers the pauses; longer timers fire when told to.</summary>
internal sealed class JumpingTime(TimeSpan horizon) : TimeProvider
{
    private readonly List<TimeSpan> pauses = [];
    private readonly List<HeldTimer> held = [];
    private DateTimeOffset now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (pauses)
                return [.. pauses];
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (pauses)
            return now;
    }

    public void Advance(TimeSpan by)
    {
        lock (pauses)
            now += by;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= horizon)
        {
            lock (pauses)
            {
                pauses.Add(dueTime);
                now += dueTime;
            }

            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        var timer = new HeldTimer(() => callback(state));
        if (dueTime > horizon)
        {
            lock (pauses)
                held.Add(timer);
        }

        return timer;
    }

    /// <summary>Lets the timers beyond the horizon fire that are still wanted.</summary>
    public void Expire()
    {
        HeldTimer[] due;
        lock (pauses)
        {
            due = [.. held];
            held.Clear();
        }

        foreach (var timer in due)
            timer.Fire();
    }

    private sealed class HeldTimer(Action fire) : ITimer
    {
        private volatile bool isOver;

        public void Fire()
        {
            if (!isOver)
                fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => isOver = true;

        public ValueTask DisposeAsync()
        {
            isOver = true;
            return ValueTask.CompletedTask;
        }
    }
}
