using System.Globalization;
using System.Net;
using BcSalesSync.Sandbox.Clock;

namespace BcSalesSync.Sandbox.Limits;

// Business Central lets five requests work, keeps others in a queue, and refuses what is too much for either (wire-bc, section 4.1).
internal sealed class BcIdentityLimits(SandboxLimits limits, SandboxClock clock) : IIdentityLimits
{
    private const string TooMany = "Application_TooManyRequests";
    private static readonly TimeSpan QueuePause = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan OutagePause = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly SlidingSum _requests = new(limits.Window);
    private readonly LinkedList<TaskCompletionSource> _queue = new();
    private int _working;

    public async Task<LimitRefusal?> EnterAsync(int operations, CancellationToken cancellationToken)
    {
        TaskCompletionSource place;
        lock (_gate)
        {
            var now = clock.BcNow;
            if (_working + _queue.Count >= limits.BcConnections)
            {
                return Refusal(_working + _queue.Count + 1, limits.BcConnections, QueuePause);
            }

            var used = _requests.Of(now);
            if (used >= limits.BcRequests)
            {
                return Refusal(used + 1, limits.BcRequests, null);
            }

            _requests.Add(now, operations);
            if (_working < limits.BcConcurrent)
            {
                _working++;
                return null;
            }

            place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _queue.AddLast(place);
        }

        return await WaitAsync(place, cancellationToken).ConfigureAwait(false);
    }

    public void Leave(TimeSpan work)
    {
        lock (_gate)
        {
            if (_queue.First is { } next)
            {
                _queue.RemoveFirst();
                next.Value.SetResult();
            }
            else
            {
                _working--;
            }
        }
    }

    public LimitRefusal? AtWork(TimeSpan work) => work < limits.BcOperationTime ? null : new LimitRefusal(
        HttpStatusCode.RequestTimeout, "Internal_RequestTimeout", "The operation took longer than the server allows and was cancelled.");

    public LimitRefusal? AtAnswer(TimeSpan sinceArrival) =>
        sinceArrival < limits.BcGatewayTime ? null : new LimitRefusal(HttpStatusCode.GatewayTimeout);

    private static LimitRefusal Refusal(long actual, int maximum, TimeSpan? pause) => new(
        HttpStatusCode.TooManyRequests,
        TooMany,
        string.Create(CultureInfo.InvariantCulture, $"Too many requests reached. Actual ({actual}). Maximum ({maximum})."),
        pause);

    private async Task<LimitRefusal?> WaitAsync(TaskCompletionSource place, CancellationToken cancellationToken)
    {
        try
        {
            await place.Task.WaitAsync(limits.BcQueueTime, clock.Time, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException)
        {
            // Its turn may have come at the same moment.
            return Withdraw(place) ? new LimitRefusal(HttpStatusCode.ServiceUnavailable, RetryAfter: OutagePause) : null;
        }
        catch (OperationCanceledException)
        {
            if (!Withdraw(place))
            {
                Leave(TimeSpan.Zero);
            }

            throw;
        }
    }

    private bool Withdraw(TaskCompletionSource place)
    {
        lock (_gate)
        {
            return _queue.Remove(place);
        }
    }
}
