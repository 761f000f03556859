namespace BcSalesSync.Host.Tests.Running;

// The time of this machine, which a test may set forward; while it is hasty, pauses are over as soon as they begin, and have passed.
internal sealed class ServiceTime : TimeProvider
{
    private long ahead;

    public bool IsHasty { get; set; }

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (IsHasty && dueTime > TimeSpan.Zero && dueTime <= TimeSpan.FromMinutes(1))
        {
            Advance(dueTime);
            dueTime = TimeSpan.FromMilliseconds(1);
        }

        return System.CreateTimer(callback, state, dueTime, period);
    }
}
