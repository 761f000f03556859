namespace BcSalesSync.Endpoints.Tests.Dataverse.Service;

/// <summary>A clock on which waits of up to two minutes pass at once and are remembered; longer timers never ring.</summary>
internal sealed class HastyTime : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private DateTimeOffset now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > LongestWait || dueTime < TimeSpan.Zero)
            return new Silent();
        lock (Waits)
        {
            Waits.Add(dueTime);
            now += dueTime;
        }

        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Silent();
    }

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
