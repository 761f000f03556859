namespace BcSalesSync.Endpoints.Http;

/// <summary>
/// Bounds what one identity asks of one system: how many requests are under way, how many there are within a window and how long the system
/// works for them; and holds all of them back while the service asks to be left alone. An overload halves the lanes; good answers widen
/// them again, one at a time (spec/wire-bc.md 4.2, spec/wire-dataverse.md 5.1). Callers take turns.
/// </summary>
/// <param name="settings">Lanes at the beginning and at most, limits of the service, the longest pause waited for, and the clock.</param>
internal sealed class LaneGate(HttpSettings settings)
{
    /// <summary>Good answers after which the lanes are widened by one.</summary>
    public const int AnswersPerLane = 16;

    private readonly object sync = new();
    private readonly TimeProvider time = settings.Time;
    private readonly TurnQueue<LaneTicket> waiting = new();
    private readonly LaneBudget budget = new(settings.Limits);
    private int width = settings.Concurrency;
    private int widest = settings.Concurrency;
    private int inside;
    private int good;
    private int season;
    private DateTimeOffset closedUntil;
    private DateTimeOffset? alarmAt;
    private ITimer? alarm;

    /// <summary>How long a request would wait for the service's sake at least, and how many are under way or wait.</summary>
    public (TimeSpan Wait, int Requests) Load
    {
        get
        {
            lock (sync)
                return (Pause(1) ?? TimeSpan.Zero, inside + waiting.Count);
        }
    }

    /// <summary>Waits until there is room, the gate is open and the service's limits allow it.</summary>
    /// <param name="caller">Who asks; callers take turns.</param>
    /// <param name="weight">Requests it counts for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LaneClosedException">The service wants to be left alone for too long.</exception>
    public async Task<LanePass> EnterAsync(object caller, int weight, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ticket = new LaneTicket(weight);
        lock (sync)
        {
            RequirePatience(ticket);
            waiting.Add(caller, ticket);
            Admit();
        }

        if (ticket.Task.IsCompleted)
            return await ticket.Task;
        await using var cancellation = cancellationToken.Register(() => GiveUp(ticket, cancellationToken));
        return await ticket.Task;
    }

    /// <summary>Gives the place back.</summary>
    public void Leave(LanePass pass)
    {
        lock (sync)
        {
            inside--;
            budget.End(pass.Weight, time.GetElapsedTime(pass.Entered), time.GetUtcNow());
            Admit();
        }
    }

    /// <summary>Holds everybody back for a time; a shorter one never cuts a longer one off.</summary>
    public void CloseFor(TimeSpan pause)
    {
        lock (sync)
        {
            var until = time.GetUtcNow() + pause;
            if (until <= closedUntil)
                return;
            closedUntil = until;
            foreach (var ticket in waiting.All)
                RequirePatience(ticket);
        }
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
            widest = Math.Clamp(recommended, 1, settings.MaxConcurrency);
            width = Math.Min(width, widest);
        }
    }

    private void Admit()
    {
        while (inside < width && waiting.TryPeek(out var next))
        {
            if (!next.Task.IsCompleted)
            {
                if (Pause(next.Weight) is not { } pause)
                    return;
                if (pause > TimeSpan.Zero)
                {
                    SetAlarm(pause);
                    return;
                }

                if (next.TrySetResult(new LanePass(this, season, next.Weight, time.GetTimestamp())))
                {
                    inside++;
                    budget.Begin(next.Weight);
                }
            }

            waiting.Take();
        }
    }

    // Null while a request under way has to end first.
    private TimeSpan? Pause(int weight)
    {
        var now = time.GetUtcNow();
        var closed = closedUntil - now;
        return budget.WaitFor(weight, now) is { } wait ? TimeSpan.FromTicks(Math.Max(Math.Max(closed.Ticks, wait.Ticks), 0)) : null;
    }

    private void SetAlarm(TimeSpan pause)
    {
        var at = time.GetUtcNow() + pause;
        if (alarmAt <= at)
            return;
        alarm?.Dispose();
        alarmAt = at;
        alarm = time.CreateTimer(_ => Ring(), null, pause, Timeout.InfiniteTimeSpan);
    }

    private void Ring()
    {
        lock (sync)
        {
            alarmAt = null;
            Admit();
        }
    }

    private void RequirePatience(LaneTicket ticket)
    {
        if (closedUntil - time.GetUtcNow() is var remaining && remaining > settings.MaxRetryAfter)
            ticket.TrySetException(new LaneClosedException(remaining));
    }

    // Those behind may want less, or be next now.
    private void GiveUp(LaneTicket ticket, CancellationToken cancellationToken)
    {
        if (!ticket.TrySetCanceled(cancellationToken))
            return;
        lock (sync)
            Admit();
    }
}
