using System.Globalization;

namespace BcSalesSync.Endpoints.Http;

/// <summary>
/// The time of the other side, by the Date of its last answer and what has passed since. It errs on the early side: headers count whole
/// seconds, and answers take their time.
/// </summary>
internal sealed class ServerClock(TimeProvider time)
{
    private volatile Reading? last;

    /// <summary>The time now; null when no answer told it.</summary>
    public DateTimeOffset? Now => last is { } reading ? reading.Date + time.GetElapsedTime(reading.At) : null;

    /// <summary>Takes the header of an answer.</summary>
    public void Hear(string? date)
    {
        if (DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var heard))
            last = new Reading(heard, time.GetTimestamp());
    }

    private sealed record Reading(DateTimeOffset Date, long At);
}
