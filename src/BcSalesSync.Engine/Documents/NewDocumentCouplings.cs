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
            .. plans.Where(plan => plan is { IsNewlyCoupled: true, Coupling: not null }).Select(plan => WithTrouble(plan, now) with
            {
                ToBusinessCentralResult = plan.Failure is null ? SyncOutcome.Success : SyncOutcome.Failure, LastSynchronized = now,
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

    /// <summary>Forgets what was wrong with documents that are whole by now.</summary>
    public Task HealAsync(IEnumerable<DocumentPlan> plans)
    {
        CouplingState[] healed =
        [
            .. plans.Where(plan => plan is { Failure: null, IsNewlyCoupled: false, Pending.ErrorId: not null })
                .Select(plan => plan.Coupling).Where(coupling => coupling is { ToBusinessCentralResult: SyncOutcome.Failure, Error: not null })
                .Select(coupling => coupling! with { ToBusinessCentralResult = SyncOutcome.Success, Error = null, ErrorTime = null }),
        ];
        return healed.Length == 0 ? Task.CompletedTask : run.State.CommitAsync(
            new StateChange { Couplings = healed, Now = run.Parts.Clock.GetUtcNow() }, CancellationToken.None);
    }

    // What the document lacks stays with its coupling, where people look for what is wrong.
    private static CouplingState WithTrouble(DocumentPlan plan, DateTimeOffset now)
    {
        var trouble = plan.Failure?.Message ?? (plan.Draft is { LeftOut.Count: > 0 } ? DocumentRefusals.LeftOut(plan).Message : null);
        return trouble is null ? plan.Coupling! : plan.Coupling! with { Error = trouble, ErrorTime = now };
    }
}
