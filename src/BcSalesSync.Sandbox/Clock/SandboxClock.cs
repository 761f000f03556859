namespace BcSalesSync.Sandbox.Clock;

// Two clocks over one: Business Central runs a shift away from the given time, Sales an offset away from Business Central.
internal sealed class SandboxClock(TimeProvider time)
{
    public TimeProvider Time { get; } = time;

    public TimeSpan Shift { get; set; }

    public TimeSpan SalesOffset { get; set; }

    // Business Central stamps in milliseconds.
    public DateTimeOffset BcNow => Cut(Time.GetUtcNow() + Shift, TimeSpan.TicksPerMillisecond);

    // Dataverse stamps in whole seconds.
    public DateTimeOffset SalesNow => Cut(Time.GetUtcNow() + Shift + SalesOffset, TimeSpan.TicksPerSecond);

    public void Set(DateTimeOffset now) => Shift = now.ToUniversalTime() - Time.GetUtcNow();

    private static DateTimeOffset Cut(DateTimeOffset value, long unit) => new(value.UtcTicks / unit * unit, TimeSpan.Zero);
}
