using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Notes;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents;

/// <summary>Saves the couplings of documents that were just created, and that their notes are to be copied, before anything else is done with them.</summary>
internal sealed class NewDocumentCouplings(RunContext run)
{
    /// <summary>Saves the couplings that are new.</summary>
    /// <param name="plans">Plans that were carried out.</param>
    /// <param name="replaced">Couplings that they take the place of.</param>
    public Task CoupleAsync(IEnumerable<DocumentPlan> plans, IReadOnlyList<CouplingState>? replaced = null)
    {
        var now = run.Parts.Clock.GetUtcNow();
        CouplingState[] couplings =
        [
            .. plans.Where(plan => plan is { IsNewlyCoupled: true, Coupling: not null }).Select(plan => plan.Coupling! with
            {
                ToBusinessCentralResult = SyncOutcome.Success, LastSynchronized = now,
            }),
        ];
        return couplings.Length == 0 ? Task.CompletedTask : run.State.CommitAsync(
            new StateChange
            {
                Couplings = couplings,
                NewlyCoupled = couplings,
                RemovedCouplings = replaced ?? [],
                Pending = [.. couplings.Select(coupling => NotesToCopy.Of(coupling, now))],
                Now = now,
            },
            CancellationToken.None);
    }
}
