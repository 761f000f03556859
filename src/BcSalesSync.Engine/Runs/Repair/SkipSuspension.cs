using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>Lets pairs that are skipped take part in a repair; those that it did not help are skipped again.</summary>
internal sealed class SkipSuspension(IStateStore state, TimeProvider clock, TableMapping mapping)
{
    private IReadOnlyList<CouplingState> suspended = [];

    /// <summary>Takes pairs up. One that was changed since it was read is left as it is.</summary>
    public async Task BeginAsync(IReadOnlyList<CouplingState> skipped)
    {
        var clashes = await SaveAsync(skipped, isSkipped: false).ConfigureAwait(false);
        suspended = [.. skipped.Without(clashes)];
    }

    /// <summary>Skips the pairs again that are still the same and were not helped.</summary>
    /// <param name="helped">Ids in Business Central of the others, as they were.</param>
    public async Task EndAsync(IReadOnlySet<Guid> helped)
    {
        var rows = suspended.Where(coupling => !helped.Contains(coupling.BcId)).ToDictionary(coupling => coupling.BcId, coupling => coupling.SalesId);
        var now = await state.Couplings.FindByBcIdAsync(mapping.Family, rows.Keys, CancellationToken.None).ConfigureAwait(false);
        await SaveAsync([.. now.Where(coupling => rows[coupling.BcId] == coupling.SalesId)], isSkipped: true).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<CouplingClash>> SaveAsync(IReadOnlyList<CouplingState> couplings, bool isSkipped)
    {
        if (couplings.Count == 0)
            return [];
        return await state.SaveAsync(
            overtaken => new StateChange
            {
                Couplings = [.. couplings.Without(overtaken).Select(coupling => coupling with { Skipped = isSkipped })],
                Now = clock.GetUtcNow(),
            },
            CancellationToken.None).ConfigureAwait(false);
    }
}
