using BcSalesSync.Sandbox.Clock;

namespace BcSalesSync.Sandbox.Limits;

// A request among those of its identity, from its arrival until it is disposed.
internal sealed class LimitedStay : IDisposable
{
    private readonly IIdentityLimits _limits;
    private readonly SandboxClock _clock;
    private readonly DateTimeOffset _arrived;
    private readonly DateTimeOffset _begun;

    private LimitedStay(IIdentityLimits limits, SandboxClock clock, DateTimeOffset arrived, LimitRefusal? refusal)
    {
        _limits = limits;
        _clock = clock;
        _arrived = arrived;
        _begun = clock.BcNow;
        Refusal = refusal;
    }

    // Why the request is not worked on; null when it is.
    public LimitRefusal? Refusal { get; }

    public static async Task<LimitedStay> BeginAsync(
        IIdentityLimits limits, SandboxClock clock, int operations, CancellationToken cancellationToken)
    {
        var arrived = clock.BcNow;
        var refusal = await limits.EnterAsync(operations, cancellationToken).ConfigureAwait(false);
        return new LimitedStay(limits, clock, arrived, refusal);
    }

    public LimitRefusal? AtWork() => _limits.AtWork(_clock.BcNow - _begun);

    public LimitRefusal? AtAnswer() => _limits.AtAnswer(_clock.BcNow - _arrived);

    public void Mark(HttpResponseMessage response) => _limits.Mark(response);

    public void Dispose()
    {
        if (Refusal is null)
        {
            _limits.Leave(_clock.BcNow - _begun);
        }
    }
}
