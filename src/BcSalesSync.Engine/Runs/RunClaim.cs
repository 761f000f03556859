namespace BcSalesSync.Engine.Runs;

/// <summary>
/// A run's claim on something only one run may work on. It runs out by itself unless it is renewed, and the claim of a process that is
/// certainly gone is taken over at once.
/// </summary>
internal sealed class RunClaim(EngineParts parts, string resource, Guid runId)
{
    /// <summary>Name of what a full synchronisation claims.</summary>
    public const string FullSync = "fullsync";

    private static readonly TimeSpan Term = TimeSpan.FromMinutes(2);
    private readonly string holder = $"{parts.Holders.Self}/{runId:N}";

    /// <summary>Takes the claim; returns null when it stands, or else who holds it.</summary>
    public async Task<string?> TakeAsync(CancellationToken cancellationToken)
    {
        var inCharge = await ClaimAsync(cancellationToken).ConfigureAwait(false);
        if (inCharge != holder && parts.Holders.IsGone(inCharge))
        {
            await parts.State.ReleaseAsync(resource, inCharge, cancellationToken).ConfigureAwait(false);
            inCharge = await ClaimAsync(cancellationToken).ConfigureAwait(false);
        }

        return inCharge == holder ? null : inCharge;
    }

    /// <summary>Shows that the run is alive; returns null while the claim stands, or else who took it.</summary>
    public async Task<string?> RenewAsync() => await ClaimAsync(CancellationToken.None).ConfigureAwait(false) is var inCharge
        && inCharge == holder ? null : inCharge;

    /// <summary>Gives the claim back.</summary>
    public Task ReleaseAsync() => parts.State.ReleaseAsync(resource, holder, CancellationToken.None);

    private Task<string> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        return parts.State.ClaimAsync(resource, holder, now, now + Term, cancellationToken);
    }
}
