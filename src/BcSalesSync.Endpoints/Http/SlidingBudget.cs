namespace BcSalesSync.Endpoints.Http;

/// <summary>What may be used up within a window that slides. What is used counts until it is a whole window old.</summary>
/// <param name="limit">The most that may be used within a window.</param>
/// <param name="window">Length of the window.</param>
internal sealed class SlidingBudget(long limit, TimeSpan window)
{
    private readonly Queue<(DateTimeOffset At, long Amount)> entries = new();
    private long used;

    /// <summary>Notes that something was used up now.</summary>
    public void Use(long amount, DateTimeOffset now)
    {
        entries.Enqueue((now, amount));
        used += amount;
    }

    /// <summary>How long to wait before an amount may be used; null while something under way has to end first.</summary>
    /// <param name="amount">What is wanted; more than a whole window holds is given when nothing else is used.</param>
    /// <param name="underway">What is being used and not noted yet.</param>
    /// <param name="now">The time.</param>
    public TimeSpan? WaitFor(long amount, long underway, DateTimeOffset now)
    {
        while (entries.TryPeek(out var oldest) && oldest.At + window <= now)
            used -= entries.Dequeue().Amount;
        var over = used + underway + amount - limit;
        if (over <= 0 || used + underway == 0)
            return TimeSpan.Zero;
        var last = TimeSpan.Zero;
        foreach (var (at, released) in entries)
        {
            over -= released;
            last = at + window - now;
            if (over <= 0)
                return last;
        }

        return underway > 0 ? null : last;
    }
}
