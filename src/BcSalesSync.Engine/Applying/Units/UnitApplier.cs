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
        var outcomes = drafts.Length == 0 ? [] : await WriteAsync(pass, drafts, cancellationToken).ConfigureAwait(false);
        var existing = await ReadExistingAsync(pass, drafting, writing, outcomes).ConfigureAwait(false);
        var settled = writing.Zip(drafts, outcomes).ToDictionary(
            written => written.First, written => Settle(pass, drafting, written.First, written.Second, written.Third, existing, lastRound));
        return [.. plans.Select(plan => settled.GetValueOrDefault(plan) ?? Untouched(pass, plan))];
    }

    // A record with more steps than Business Central carries out together takes several units: it stays open until the last of them.
    private async Task<IReadOnlyList<WrittenUnit>> WriteAsync(PassDefinition pass, UnitDraft[] drafts, CancellationToken cancellationToken)
    {
        var system = endpoints.On(pass.Destination);
        var most = pass.Destination is SystemSide.BusinessCentral ? WriteUnit.MostSteps : int.MaxValue;
        var units = drafts.Select(draft => draft.Units(most)).ToArray();
        var first = await system.WriteUnitsAsync([.. units.Select(parts => parts[0])], cancellationToken).ConfigureAwait(false);
        var written = first.Select(outcome => new WrittenUnit(outcome)).ToArray();
        for (var index = 0; index < written.Length; index++)
        {
            foreach (var unit in units[index].Skip(1).TakeWhile(_ => written[index].Outcome.Status is WriteStatus.Done))
                written[index] = await GoOnAsync(system, written[index].Outcome, unit).ConfigureAwait(false);
        }

        return written;
    }

    // The units before are written by now: neither a stop nor a failure may throw that away.
    private static async Task<WrittenUnit> GoOnAsync(IEndpoint system, UnitOutcome before, WriteUnit unit)
    {
        try
        {
            var next = (await system.WriteUnitsAsync([unit], CancellationToken.None).ConfigureAwait(false))[0];
            return new WrittenUnit(
                next with { Records = [.. before.Records, .. next.Records], FailedStep = before.Records.Count + next.FailedStep },
                IsBegun: next.Status is not WriteStatus.Done);
        }
        catch (EndpointException problem)
        {
            return new WrittenUnit(new UnitOutcome(WriteStatus.Unknown, [], Failure: problem.Failure), IsBegun: true);
        }
    }

    private static AppliedAction Settle(
        PassDefinition pass,
        UnitDrafting drafting,
        PlannedAction plan,
        UnitDraft draft,
        WrittenUnit written,
        IReadOnlyDictionary<Guid, Record> existing,
        bool lastRound)
    {
        var outcome = written.Outcome;
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
                return new AppliedAction { Plan = plan, Failure = Refusal(pass, draft, written), NothingWritten = !written.IsBegun };
            default:
                if (lastRound)
                    return new AppliedAction { Plan = plan, Failure = WriteFailures.Unsettled(pass.Destination, outcome.Status, outcome.Failure) };
                var found = plan.Action is SyncAction.Created ? existing.GetValueOrDefault(drafting.IdOf(plan)) : null;
                return new AppliedAction { Plan = plan with { Candidate = plan.Candidate with { Match = found } }, PlanAgain = true };
        }
    }

    private static PlanFailure Refusal(PassDefinition pass, UnitDraft draft, WrittenUnit written)
    {
        var refused = WriteFailures.Refused(pass.Destination, written.Outcome.Failure!);
        var line = draft.FailedPart(written.Outcome)?.Candidate.Source;
        var failure = line?["sequence"].AsNumber() is { } number
            ? refused with { Message = $"Line {number:0}: {refused.Message}" } : refused;
        return written.IsBegun ? UnitFailures.LeftOpen(failure) : failure;
    }

    // What a create left behind whose answer was lost. The other units are written by now, so a failure here must not throw their outcomes
    // away: what is not found out is looked for again with the next round.
    private async Task<IReadOnlyDictionary<Guid, Record>> ReadExistingAsync(
        PassDefinition pass, UnitDrafting drafting, PlannedAction[] plans, IReadOnlyList<WrittenUnit> outcomes)
    {
        Guid[] ids =
        [
            .. plans.Zip(outcomes).Where(pair => pair.First.Action is SyncAction.Created
                && pair.Second.Outcome.Status is WriteStatus.AlreadyExists or WriteStatus.Unknown)
                .Select(pair => drafting.IdOf(pair.First)),
        ];
        try
        {
            var rows = ids.Length == 0 ? [] : await endpoints.On(pass.Destination)
                .ReadByIdAsync(pass.DestinationTable.Name, pass.DestinationColumns, ids, CancellationToken.None).ConfigureAwait(false);
            return rows.ToDictionary(row => row.Id);
        }
        catch (EndpointException)
        {
            return new Dictionary<Guid, Record>();
        }
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
