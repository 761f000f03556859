using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Recovery;

/// <summary>
/// What a failed record does next. Pure. Transient failures come again with growing pauses; everything else comes again with the next
/// run and is parked when the same failure repeats (spec/engine.md 3.7). A record that waits for a reference is freed as soon as that
/// is coupled, parked or not.
/// </summary>
public static class RecoveryPolicy
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>The record's entry after a failure.</summary>
    /// <param name="before">Its entry so far; null when this is the first trouble.</param>
    /// <param name="failed">The entry as the failure describes it; attempts and due time are filled in here.</param>
    /// <param name="now">The time (UTC).</param>
    public static PendingRecord Next(PendingRecord? before, PendingRecord failed, DateTimeOffset now)
    {
        var attempts = (before?.Attempts ?? 0) + 1;
        if (failed.Class is FailureClass.Transient)
            return failed with { Attempts = attempts, Parked = false, NextTry = now + Pause(attempts) };
        var repeats = before is { Class: not null } && before.ErrorId == failed.ErrorId && Comparable(before.Message, failed) == Comparable(failed.Message, failed);
        return failed with { Attempts = attempts, Parked = repeats, NextTry = repeats ? null : now };
    }

    // A refusal may name the number that the record would have got, which is another one with each attempt.
    private static string Comparable(string? message, PendingRecord failed) =>
        failed.Class is FailureClass.Data ? string.Concat((message ?? string.Empty).Where(letter => !char.IsAsciiDigit(letter))) : message ?? string.Empty;

    private static TimeSpan Pause(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts - 1, 20));
        return pause < LongestPause ? pause : LongestPause;
    }
}
