using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Applying.Units;

/// <summary>
/// Writes records along with their parts, each as one unit that is written as a whole or not at all, and says how each ended.
/// </summary>
internal sealed class UnitApplier(EndpointPair endpoints)
{
    /// <summary>Applies plans; outcomes come in the same order.</summary>
    /// <param name="pass">The pass of the records.</param>
    /// <param name="plans">The plans.</param>
    /// <param name="lastRound">True when plans that cannot be settled now must fail instead of being planned again.</param>
    /// <param name="cancellationToken">Takes effect between requests.</param>
    public async Task<IReadOnlyList<AppliedAction>> ApplyAsync(
        PassDefinition pass, IReadOnlyList<PlannedAction> plans, bool lastRound, CancellationToken cancellationToken)
    {
        var company = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var drafting = new UnitDrafting(pass, company);
        var writing = plans.Where(plan => plan is { Failure: null, Parts: not null } && (plan.Writes || plan.Action is SyncAction.Created)).ToArray();
        var drafts = writing.Select(drafting.Draft).ToArray();
        var outcomes = drafts.Length == 0 ? []
            : await endpoints.On(pass.Destination).WriteUnitsAsync([.. drafts.Select(draft => draft.Unit)], cancellationToken).ConfigureAwait(false);
        var existing = await ReadExistingAsync(pass, drafting, writing, outcomes).ConfigureAwait(false);
        var settled = writing.Zip(drafts, outcomes).ToDictionary(
            written => written.First, written => Settle(pass, drafting, written.First, written.Second, written.Third, existing, lastRound));
        return [.. plans.Select(plan => settled.GetValueOrDefault(plan) ?? Untouched(pass, plan))];
    }

    private static AppliedAction Settle(
        PassDefinition pass,
        UnitDrafting drafting,
        PlannedAction plan,
        UnitDraft draft,
        UnitOutcome outcome,
        IReadOnlyDictionary<Guid, Record> existing,
        bool lastRound)
    {
        switch (outcome.Status)
        {
            case WriteStatus.Done:
                return new AppliedAction
                {
                    Plan = plan,
                    CounterpartId = drafting.IdOf(plan),
                    Answer = draft.OwnerIn(outcome),
                    Parts = [.. plan.Parts!.Actions.Select(part => PartOf(plan.Parts.Pass, part, draft.PartIn(outcome, part)))],
                };
            case WriteStatus.Refused:
                return new AppliedAction { Plan = plan, Failure = Refusal(pass, plan, draft, outcome), NothingWritten = true };
            default:
                if (lastRound)
                    return new AppliedAction { Plan = plan, Failure = WriteFailures.Unsettled(pass.Destination, outcome.Status, outcome.Failure) };
                var found = plan.Action is SyncAction.Created ? existing.GetValueOrDefault(drafting.IdOf(plan)) : null;
                return new AppliedAction { Plan = plan with { Candidate = plan.Candidate with { Match = found } }, PlanAgain = true };
        }
    }

    private static PlanFailure Refusal(PassDefinition pass, PlannedAction plan, UnitDraft draft, UnitOutcome outcome)
    {
        var failure = WriteFailures.Refused(pass.Destination, outcome.Failure!);
        var line = draft.FailedPart(outcome)?.Candidate.Source;
        return line?["sequence"].AsNumber() is { } number ? failure with { Message = $"Line {number:0}: {failure.Message}" } : failure;
    }

    // What a create left behind whose answer was lost.
    private async Task<IReadOnlyDictionary<Guid, Record>> ReadExistingAsync(
        PassDefinition pass, UnitDrafting drafting, PlannedAction[] plans, IReadOnlyList<UnitOutcome> outcomes)
    {
        Guid[] ids =
        [
            .. plans.Zip(outcomes).Where(pair => pair.First.Action is SyncAction.Created
                && pair.Second.Status is WriteStatus.AlreadyExists or WriteStatus.Unknown).Select(pair => drafting.IdOf(pair.First)),
        ];
        var rows = ids.Length == 0 ? [] : await endpoints.On(pass.Destination)
            .ReadByIdAsync(pass.DestinationTable.Name, pass.DestinationColumns, ids, CancellationToken.None).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id);
    }

    private static AppliedAction Untouched(PassDefinition pass, PlannedAction plan) => PartOf(pass, plan, null) with
    {
        Failure = plan.Failure,
        Parts = [.. plan.Parts?.Actions.Select(part => PartOf(plan.Parts.Pass, part, null)) ?? []],
    };

    private static AppliedAction PartOf(PassDefinition pass, PlannedAction part, (Guid Id, Record? Answer)? written)
    {
        var counterpart = part.Candidate.Counterpart ?? part.Candidate.Match;
        return new AppliedAction
        {
            Plan = part,
            CounterpartId = written?.Id ?? counterpart?.Id ?? part.Candidate.Coupling?.IdOn(pass.Destination),
            Answer = written is null ? counterpart : written.Value.Answer,
        };
    }
}
