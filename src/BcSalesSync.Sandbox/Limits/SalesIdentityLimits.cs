using System.Globalization;
using System.Net;
using BcSalesSync.Sandbox.Clock;

namespace BcSalesSync.Sandbox.Limits;

// Service protection of Dataverse: requests and execution time within a sliding window, and requests at a time (wire-dataverse,
// section 5.1).
internal sealed class SalesIdentityLimits(SandboxLimits limits, SandboxClock clock) : IIdentityLimits
{
    private static readonly TimeSpan CrowdPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Penalty = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly SlidingSum _requests = new(limits.Window);
    private readonly SlidingSum _work = new(limits.Window);
    private int _working;
    private DateTimeOffset _closedUntil;
    private (string Code, string Message) _closedBy;

    private int Seconds => (int)limits.Window.TotalSeconds;

    public Task<LimitRefusal?> EnterAsync(int operations, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(Enter(clock.BcNow));
        }
    }

    public void Leave(TimeSpan work)
    {
        lock (_gate)
        {
            _working--;
            _work.Add(clock.BcNow, work.Ticks);
        }
    }

    public void Mark(HttpResponseMessage response)
    {
        long requests;
        TimeSpan work;
        lock (_gate)
        {
            var now = clock.BcNow;
            requests = Math.Max(0, limits.SalesRequests - _requests.Of(now));
            work = TimeSpan.FromTicks(Math.Max(0, limits.SalesExecutionTime.Ticks - _work.Of(now)));
        }

        Set("x-ms-dop-hint", limits.SalesDopHint.ToString(CultureInfo.InvariantCulture));
        Set("x-ms-ratelimit-burst-remaining-xrm-requests", requests.ToString(CultureInfo.InvariantCulture));
        Set("x-ms-ratelimit-time-remaining-xrm-requests", work.TotalSeconds.ToString("N2", CultureInfo.InvariantCulture));

        void Set(string name, string value)
        {
            response.Headers.Remove(name);
            response.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private LimitRefusal? Enter(DateTimeOffset now)
    {
        // Whoever comes back too early waits longer.
        if (now < _closedUntil)
        {
            return Close(_closedUntil + Penalty - now, now);
        }

        if (_requests.Of(now) >= limits.SalesRequests)
        {
            _closedBy = ("0x80072322", string.Create(CultureInfo.InvariantCulture,
                $"Number of requests exceeded the limit of {limits.SalesRequests} over time window of {Seconds} seconds."));
            return Close(_requests.UntilBelow(limits.SalesRequests, now), now);
        }

        if (_work.Of(now) >= limits.SalesExecutionTime.Ticks)
        {
            _closedBy = ("0x80072321", string.Create(CultureInfo.InvariantCulture,
                $"Combined execution time of incoming requests exceeded limit of {limits.SalesExecutionTime.TotalMilliseconds:N0} milliseconds ")
                + string.Create(CultureInfo.InvariantCulture, $"over time window of {Seconds} seconds. ")
                + "Decrease number of concurrent requests or reduce the duration of requests and try again later.");
            return Close(_work.UntilBelow(limits.SalesExecutionTime.Ticks, now), now);
        }

        if (_working >= limits.SalesConcurrent)
        {
            _closedBy = ("0x80072326", string.Create(CultureInfo.InvariantCulture,
                $"Number of concurrent requests exceeded the limit of {limits.SalesConcurrent}."));
            return Close(CrowdPause, now);
        }

        _requests.Add(now, 1);
        _working++;
        return null;
    }

    private LimitRefusal Close(TimeSpan pause, DateTimeOffset now)
    {
        var whole = TimeSpan.FromSeconds(Math.Ceiling(pause.TotalSeconds));
        _closedUntil = now + whole;
        return new LimitRefusal(HttpStatusCode.TooManyRequests, _closedBy.Code, _closedBy.Message, whole);
    }
}
