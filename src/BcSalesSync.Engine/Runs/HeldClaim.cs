using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs;

/// <summary>
/// A run's claim on something only one run may work on, held until it is given back. While the process lives the claim is renewed in the
/// background, however long a request takes; without a sign of life it runs out, and that of a process that is certainly gone is taken over at
/// once. Whoever slept through its end cannot save any more, and asks before it sends anything.
/// </summary>
internal sealed class HeldClaim : IWriteGuard, IAsyncDisposable
{
    /// <summary>How long a claim stands without a sign of life.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromMinutes(2);

    private readonly EngineParts parts;
    private readonly TimeSpan term;
    private readonly PeriodicTimer timer;
    private readonly CancellationTokenSource lost = new();
    private readonly SemaphoreSlim asking = new(1, 1);
    private readonly Task beating;
    private volatile ClockReading certain;

    private HeldClaim(EngineParts parts, Fence fence, TimeSpan term, ClockReading certain)
    {
        this.parts = parts;
        this.term = term;
        this.certain = certain;
        Fence = fence;
        State = new FencedStore(parts.State, fence);
        Endpoints = FencedEndpoint.Both(parts.Endpoints, this);
        timer = new PeriodicTimer(term / 4, parts.Clock);
        beating = BeatAsync();
    }

    /// <summary>The claim and its number.</summary>
    public Fence Fence { get; }

    /// <summary>The state, as the holder of the claim may change it.</summary>
    public IStateStore State { get; }

    /// <summary>The systems, as the holder of the claim may write to them.</summary>
    public EndpointPair Endpoints { get; }

    /// <summary>Cancelled once the claim is in other hands.</summary>
    public CancellationToken Lost => lost.Token;

    private bool IsCertain => !Lost.IsCancellationRequested && certain.Elapsed(parts.Clock) < term / 2;

    /// <summary>Takes a claim; the claim that stands in the way instead when another's does.</summary>
    public static Task<(HeldClaim? Held, ClaimState Standing)> TryTakeAsync(
        EngineParts parts, string resource, Guid runId, CancellationToken cancellationToken) =>
        TryTakeAsync(parts, resource, runId, Term, cancellationToken);

    /// <summary>Takes a claim that stands for some time without a sign of life; the claim that stands in the way instead when another's does.</summary>
    public static async Task<(HeldClaim? Held, ClaimState Standing)> TryTakeAsync(
        EngineParts parts, string resource, Guid runId, TimeSpan term, CancellationToken cancellationToken)
    {
        var holder = $"{parts.Holders.Self}/{runId:N}";
        var asked = ClockReading.Of(parts.Clock);
        var standing = await parts.State.ClaimAsync(resource, holder, term, cancellationToken).ConfigureAwait(false);
        if (standing.Holder != holder && parts.Holders.IsGone(standing.Holder))
        {
            await parts.State.ReleaseAsync(standing.Fence, cancellationToken).ConfigureAwait(false);
            asked = ClockReading.Of(parts.Clock);
            standing = await parts.State.ClaimAsync(resource, holder, term, cancellationToken).ConfigureAwait(false);
        }

        return (standing.Holder == holder ? new HeldClaim(parts, standing.Fence, term, asked) : null, standing);
    }

    /// <summary>Makes sure that the claim still stands, and that it stands longer.</summary>
    public async Task<bool> RenewAsync()
    {
        var asked = ClockReading.Of(parts.Clock);
        if (await parts.State.RenewAsync(Fence, term, CancellationToken.None).ConfigureAwait(false))
            certain = asked;
        else
            await lost.CancelAsync().ConfigureAwait(false);
        return !Lost.IsCancellationRequested;
    }

    /// <summary>
    /// Makes sure that the claim stands, right before something is sent. The state is asked only where no sign of life was given for so long that
    /// the claim could run out under way.
    /// </summary>
    /// <exception cref="ClaimLostException">It is in other hands.</exception>
    public async Task RequireAsync()
    {
        if (IsCertain)
            return;
        await asking.WaitAsync().ConfigureAwait(false);
        try
        {
            // Of several that are about to send, the first asks for all.
            if (!IsCertain && !await RenewAsync().ConfigureAwait(false))
                throw new ClaimLostException(Fence, await GiveUpAsync().ConfigureAwait(false));
        }
        finally
        {
            asking.Release();
        }
    }

    /// <summary>Takes note that the claim is in other hands; returns whose, or null when nobody has it any more.</summary>
    public async Task<string?> GiveUpAsync()
    {
        await lost.CancelAsync().ConfigureAwait(false);
        return (await parts.State.FindClaimAsync(Fence.Resource, CancellationToken.None).ConfigureAwait(false))?.Holder;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        timer.Dispose();
        await beating.ConfigureAwait(false);
        lost.Dispose();
        asking.Dispose();
        await parts.State.ReleaseAsync(Fence, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task BeatAsync()
    {
        while (await timer.WaitForNextTickAsync(CancellationToken.None).ConfigureAwait(false))
        {
            try
            {
                if (!await RenewAsync().ConfigureAwait(false))
                    return;
            }
            catch (SyncException)
            {
                // The state is busy or out of reach for the moment; the next beat, or what is saved next, will tell.
            }
        }
    }
}
