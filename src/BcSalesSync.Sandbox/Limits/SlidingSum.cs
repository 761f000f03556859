namespace BcSalesSync.Sandbox.Limits;

// What was used up within the last moments.
internal sealed class SlidingSum(TimeSpan window)
{
    private readonly Queue<(DateTimeOffset At, long Amount)> _entries = new();
    private long _sum;

    public void Add(DateTimeOffset now, long amount)
    {
        _entries.Enqueue((now, amount));
        _sum += amount;
    }

    public long Of(DateTimeOffset now)
    {
        while (_entries.TryPeek(out var oldest) && oldest.At + window <= now)
        {
            _entries.Dequeue();
            _sum -= oldest.Amount;
        }

        return _sum;
    }

    // How long it takes until the sum has sunk below a limit, with nothing added.
    public TimeSpan UntilBelow(long limit, DateTimeOffset now)
    {
        var left = Of(now);
        foreach (var (at, amount) in _entries)
        {
            if (left < limit)
            {
                break;
            }

            left -= amount;
            if (left < limit)
            {
                return at + window - now;
            }
        }

        return TimeSpan.Zero;
    }
}
