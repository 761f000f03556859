namespace BcSalesSync.Endpoints.Http;

/// <summary>
/// Requests and execution time that one identity may still use. A request counts from when it begins until a window after it ended, so
/// that the service, which saw it in between, never counts more. Not safe for parallel use.
/// </summary>
internal sealed class LaneBudget
{
    // Hundredths that are kept free: for what was not foreseen, and for others under the same identity.
    private const int Spare = 5;

    private readonly SlidingBudget? requests;
    private readonly SlidingBudget? execution;
    private int begun;
    private long weight;
    private long typical;

    /// <summary>Creates the budget; null for one without end.</summary>
    public LaneBudget(LaneLimits? limits)
    {
        if (limits?.Requests is { } number)
            requests = new SlidingBudget(Most(number), limits.Window);
        if (limits?.ExecutionTime is { } time)
            execution = new SlidingBudget(Most(time.Ticks), limits.Window);
    }

    /// <summary>How long a request has to wait; null while one under way has to end first.</summary>
    public TimeSpan? WaitFor(int wanted, DateTimeOffset now)
    {
        var first = requests is null ? TimeSpan.Zero : requests.WaitFor(wanted, weight, now);
        var second = execution is null ? TimeSpan.Zero : execution.WaitFor(typical, begun * typical, now);
        return first is null || second is null ? null : first > second ? first : second;
    }

    /// <summary>A request is sent.</summary>
    public void Begin(int wanted)
    {
        begun++;
        weight += wanted;
    }

    /// <summary>A request has ended.</summary>
    public void End(int wanted, TimeSpan duration, DateTimeOffset now)
    {
        begun--;
        weight -= wanted;
        requests?.Use(wanted, now);
        execution?.Use(duration.Ticks, now);

        // What those under way are going to take is guessed from those before, the latest the most.
        typical = typical == 0 ? duration.Ticks : ((typical * 7) + duration.Ticks) / 8;
    }

    private static long Most(long limit) => Math.Max(1, limit - (limit / 100 * Spare) - (limit % 100 * Spare / 100));
}
