namespace BcSalesSync.Endpoints.Http;

/// <summary>
/// Bounds how many requests to one system are under way, and holds all of them back while the service asks to be left alone. An overload
/// halves the lanes; good answers widen them again, one at a time (spec/wire-bc.md 4.2, spec/wire-dataverse.md 5.1).
/// </summary>
/// <param name="start">Lanes at the beginning, and the most unless the service recommends more.</param>
/// <param name="limit">The most lanes there are, whatever the service recommends.</param>
/// <param name="time">The clock.</param>
internal sealed class LaneGate(int start, int limit, TimeProvider time)
{
    /// <summary>Good answers after which the lanes are widened by one.</summary>
    public const int AnswersPerLane = 16;

    private readonly object sync = new();
    private readonly Queue<TaskCompletionSource> waiting = new();
    private int width = start;
    private int widest = start;
    private int inside;
    private int good;
    private int season;
    private long closedUntilTicks;

    /// <summary>Waits until there is room and the gate is open.</summary>
    public async Task<LanePass> EnterAsync(CancellationToken cancellationToken)
    {
        await TakePlaceAsync(cancellationToken);
        try
        {
            while (Remaining() is { Ticks: > 0 } wait)
                await Task.Delay(wait, time, cancellationToken);
        }
        catch
        {
            Leave();
            throw;
        }

        lock (sync)
            return new LanePass(season);
    }

    /// <summary>Gives the place back.</summary>
    public void Leave()
    {
        lock (sync)
        {
            inside--;
            Admit();
        }
    }

    /// <summary>Holds everybody back for a time; a shorter one never cuts a longer one off.</summary>
    public void CloseFor(TimeSpan pause)
    {
        var until = (time.GetUtcNow() + pause).UtcTicks;
        long seen;
        do
        {
            seen = Interlocked.Read(ref closedUntilTicks);
        }
        while (until > seen && Interlocked.CompareExchange(ref closedUntilTicks, until, seen) != seen);
    }

    /// <summary>Halves the lanes after an overload; once for all requests that were under way together.</summary>
    public void Narrow(LanePass pass)
    {
        lock (sync)
        {
            if (pass.Season != season)
                return;
            season++;
            good = 0;
            width = Math.Max(1, width / 2);
        }
    }

    /// <summary>Counts a good answer, and widens the lanes by one after some.</summary>
    public void Widen()
    {
        lock (sync)
        {
            if (width >= widest || ++good < AnswersPerLane)
                return;
            good = 0;
            width++;
            Admit();
        }
    }

    /// <summary>Takes the service's advice how many requests it likes to have under way.</summary>
    public void Follow(int recommended)
    {
        lock (sync)
        {
            widest = Math.Clamp(recommended, 1, limit);
            width = Math.Min(width, widest);
        }
    }

    private async Task TakePlaceAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource place;
        lock (sync)
        {
            if (inside < width)
            {
                inside++;
                return;
            }

            place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(place);
        }

        await using var cancellation = cancellationToken.Register(() => place.TrySetCanceled(cancellationToken));
        await place.Task;
    }

    // Whoever gave up meanwhile cannot be let in any more.
    private void Admit()
    {
        while (inside < width && waiting.TryDequeue(out var place))
        {
            if (place.TrySetResult())
                inside++;
        }
    }

    private TimeSpan Remaining() => TimeSpan.FromTicks(Interlocked.Read(ref closedUntilTicks) - time.GetUtcNow().UtcTicks);
}
