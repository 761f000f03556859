namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>A clock that jumps over every pause up to a horizon at once and remembers the pauses; longer timers never fire.</summary>
internal sealed class JumpingTime(TimeSpan horizon) : TimeProvider
{
    private readonly List<TimeSpan> pauses = [];
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

        return new IdleTimer();
    }

    private sealed class IdleTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
