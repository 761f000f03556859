using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Applying;

/// <summary>
/// Writes the planned actions of a page in batches and says how each ended. Does not touch the state but for journaling intents.
/// </summary>
internal sealed class PageApplier(EndpointPair endpoints, IStateStore state, TimeProvider clock)
{
    /// <summary>Applies plans; outcomes come in the same order.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="plans">The plans.</param>
    /// <param name="lastRound">True when plans that cannot be settled now must fail instead of being planned again.</param>
    /// <param name="cancellationToken">Takes effect between requests.</param>
    public async Task<IReadOnlyList<AppliedAction>> ApplyAsync(
        PassDefinition pass, IReadOnlyList<PlannedAction> plans, bool lastRound, CancellationToken cancellationToken)
    {
        var company = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var writing = plans.Where(plan => plan.Values.Count > 0 || plan is { Action: SyncAction.Created, Failure: null }).ToArray();
        var writes = writing.Select(plan => ToWrite(pass, plan, company)).ToArray();
        await new CreateJournal(endpoints, state, clock).WriteAsync(pass, writing, writes, cancellationToken).ConfigureAwait(false);
        var outcomes = writes.Length == 0
            ? []
            : await WriteAsync(pass, writing, writes, cancellationToken).ConfigureAwait(false);
        var existing = await ReadExistingAsync(pass, outcomes).ConfigureAwait(false);
        var byPlan = writing.Zip(outcomes)
            .ToDictionary(pair => pair.First, pair => Settle(pass, pair.First, pair.Second, existing, lastRound));
        var completed = await new CreateCompletion(endpoints)
            .RunAsync(pass, [.. plans.Select(plan => byPlan.GetValueOrDefault(plan) ?? Untouched(pass, plan))]).ConfigureAwait(false);
        return await new CreatedNames(endpoints).FindAsync(pass, completed).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<WriteOutcome>> WriteAsync(
        PassDefinition pass, PlannedAction[] plans, RecordWrite[] writes, CancellationToken cancellationToken)
    {
        var table = pass.DestinationTable.Name;
        return pass.Lock is { } locked && plans.All(plan => plan.Candidate.Counterpart is not null)
            ? new LockedRows(endpoints.On(pass.Destination), locked)
                .WriteAsync(table, writes, [.. plans.Select(plan => plan.Candidate.Counterpart!)], cancellationToken)
            : endpoints.On(pass.Destination).WriteAsync(table, writes, cancellationToken);
    }

    private static RecordWrite ToWrite(PassDefinition pass, PlannedAction plan, Guid company)
    {
        if (plan.Action is not SyncAction.Created)
            return new RecordWrite
            {
                Kind = WriteKind.Update,
                Id = plan.Candidate.Counterpart!.Id,
                Values = [.. plan.Values.Select(value => KeyValuePair.Create(value.Field.Destination.Name, value.New))],
                IfMatch = plan.Candidate.Counterpart.ETag,
            };
        Guid? id = pass.DestinationTable.AcceptsClientIds
            ? DerivedId.For(company, pass.DestinationTable.Name, plan.Candidate.Source.Id, plan.Candidate.IdAttempt)
            : null;
        return new RecordWrite
        {
            Kind = WriteKind.Create,
            Id = id,
            Values = [.. plan.Values.Where(value => !value.IsLater)
                .Select(value => KeyValuePair.Create(value.Field.Destination.Name, value.New))],
        };
    }

    // The other writes are done by now, so a stop or a failure here must not throw their outcomes away; null when it could not be
    // found out.
    private async Task<ExistingRecords?> ReadExistingAsync(PassDefinition pass, IReadOnlyList<WriteOutcome> outcomes)
    {
        var ids = outcomes.Where(outcome => outcome is { Status: WriteStatus.AlreadyExists, Id: not null })
            .Select(outcome => outcome.Id!.Value).ToArray();
        if (ids.Length == 0)
            return ExistingRecords.None;
        try
        {
            var rows = await endpoints.On(pass.Destination)
                .ReadByIdAsync(pass.DestinationTable.Name, pass.DestinationColumns, ids, CancellationToken.None).ConfigureAwait(false);
            var couplings = await state.Couplings.FindByIdAsync(pass.Destination, pass.Mapping.Family, ids, CancellationToken.None).ConfigureAwait(false);
            return new ExistingRecords(
                rows.ToDictionary(row => row.Id),
                couplings.ToDictionary(coupling => coupling.IdOn(pass.Destination), coupling => coupling.IdOn(pass.Source)));
        }
        catch (EndpointException)
        {
            return null;
        }
    }

    private static AppliedAction Settle(
        PassDefinition pass, PlannedAction plan, WriteOutcome outcome, ExistingRecords? existing, bool lastRound)
    {
        switch (outcome.Status)
        {
            case WriteStatus.Done:
                return new AppliedAction { Plan = plan, CounterpartId = outcome.Id ?? outcome.Record?.Id, Answer = outcome.Record };
            case WriteStatus.AlreadyExists when existing?.Find(outcome.Id) is { } record:
                return Adopt(plan, record, existing, lastRound);
            case WriteStatus.AlreadyExists when existing is not null:
                return new AppliedAction
                {
                    Plan = plan,
                    Failure = WriteFailures.Duplicate(pass.Destination, outcome.Failure),
                    NothingWritten = plan.Action is SyncAction.Created,
                };
            case WriteStatus.Refused:
                return new AppliedAction
                {
                    Plan = plan,
                    Failure = WriteFailures.Refused(pass.Destination, outcome.Failure!),
                    NothingWritten = plan.Action is SyncAction.Created,
                };
            default:
                if (!lastRound)
                    return new AppliedAction { Plan = Forgetting(plan), PlanAgain = true };
                var unsettled = WriteFailures.Unsettled(pass.Destination, outcome.Status, outcome.Failure);
                return new AppliedAction { Plan = plan, Failure = unsettled };
        }
    }

    // The id is derived from the source, so a record that has it was created by an earlier attempt, unless somebody coupled it
    // elsewhere since. One that was edited since is brought up to date like any other counterpart that is found.
    private static AppliedAction Adopt(PlannedAction plan, Record record, ExistingRecords existing, bool lastRound)
    {
        var candidate = plan.Candidate;
        if (existing.OwnerOf(record.Id) is { } owner && owner != candidate.Source.Id)
        {
            var next = candidate with { IdAttempt = candidate.IdAttempt + 1, Match = null };
            return new AppliedAction { Plan = plan with { Candidate = next }, PlanAgain = true };
        }

        return lastRound || candidate.Coupling is not null || plan.Values.All(value => Holds(record, value))
            ? new AppliedAction { Plan = plan, CounterpartId = record.Id, Answer = record, Adopted = true }
            : new AppliedAction { Plan = plan with { Candidate = candidate with { Match = record } }, PlanAgain = true };
    }

    private static bool Holds(Record record, PlannedValue value) =>
        !record.Values.TryGetValue(value.Field.Destination.Name, out var held) || FieldEquality.Same(held, value.New);

    private static PlannedAction Forgetting(PlannedAction plan) => plan with { Candidate = plan.Candidate with { Match = null } };

    private static AppliedAction Untouched(PassDefinition pass, PlannedAction plan) => new()
    {
        Plan = plan,
        CounterpartId = plan.Candidate.Counterpart?.Id ?? plan.Candidate.Coupling?.IdOn(pass.Destination),
        Answer = plan.Candidate.Counterpart,
        Failure = plan.Failure,
    };
}
