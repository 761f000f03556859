using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Scheduling;

/// <summary>
/// Holds entries back while another run works on their mapping, or on one that they find better done before: what they create would lack what it
/// refers to until it changes again.
/// </summary>
internal sealed class HeldEntries(EngineParts parts)
{
    private readonly List<HeldBack> held = [];

    /// <summary>Those held back so far, in the order in which they were to run.</summary>
    public IReadOnlyList<HeldBack> All => held;

    /// <summary>Holds an entry back, and with it those that come after it.</summary>
    public void Add(HeldBack entry) => held.Add(entry);

    /// <summary>True when an entry has to wait for another run; it is held back then.</summary>
    public async Task<bool> IsHeldAsync(ScheduleEntry entry, CancellationToken cancellationToken)
    {
        var hold = held.Find(other => entry.ComesAfter(other.Entry)) is { } first
            ? first with { Entry = entry } : await FindAsync(entry, cancellationToken).ConfigureAwait(false);
        if (hold is not null)
            held.Add(hold);
        return hold is not null;
    }

    private async Task<HeldBack?> FindAsync(ScheduleEntry entry, CancellationToken cancellationToken)
    {
        foreach (var mapping in entry.Needed)
        {
            var claim = await parts.State.FindClaimAsync(ClaimNames.Of(mapping), cancellationToken).ConfigureAwait(false);
            if (claim is { Stands: true } && !parts.Holders.IsGone(claim.Holder))
                return new HeldBack(entry, mapping, RunErrors.Busy(mapping, claim.Holder).Error);
        }

        return null;
    }
}
