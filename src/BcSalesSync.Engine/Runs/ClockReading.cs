namespace BcSalesSync.Engine.Runs;

/// <summary>
/// A moment as both clocks of a machine have it. While a machine is asleep one of them may stand still and be put right later; the other is not
/// put back.
/// </summary>
/// <param name="Timestamp">What the clock that only goes forward read.</param>
/// <param name="Time">The time of day (UTC).</param>
internal sealed record ClockReading(long Timestamp, DateTimeOffset Time)
{
    /// <summary>The moment that is now.</summary>
    public static ClockReading Of(TimeProvider clock) => new(clock.GetTimestamp(), clock.GetUtcNow());

    /// <summary>How much time passed since, by the clock that saw more of it.</summary>
    public TimeSpan Elapsed(TimeProvider clock)
    {
        var (forward, ofDay) = (clock.GetElapsedTime(Timestamp), clock.GetUtcNow() - Time);
        return forward > ofDay ? forward : ofDay;
    }
}
