using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Changes;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>
/// Takes a page of records from reading to the saved outcome: load, plan, write, settle. Records whose ground changed under the plan are read and planned again,
/// a few times at most. Effects, counts and progress are saved in one transaction.
/// </summary>
internal sealed class PageProcessor(RunContext run, PassDefinition pass)
{
    private const int Rounds = 4;
    private readonly CandidateLoader loader = new(
        run.Endpoints, run.State.Couplings, run.State.Pending, new CounterpartFinder(run.Endpoints, run.State.Couplings, run.State.Pending), run.Translators.Drift);
    private readonly PageApplier applier = new(run.Endpoints, run.State, run.Parts.Clock);

    /// <summary>Processes a page and returns the job with the page's counts.</summary>
    /// <param name="job">The job so far.</param>
    /// <param name="records">Records of the source.</param>
    /// <param name="goneIds">Ids of the source that are gone.</param>
    /// <param name="progress">How far reading has come with this page.</param>
    /// <param name="cancellationToken">Stops between requests; what was written by then is settled and saved all the same.</param>
    public async Task<PageReport> ProcessAsync(
        BcSyncJob job, IReadOnlyList<Record> records, IReadOnlyList<Guid> goneIds, PageProgress progress, CancellationToken cancellationToken)
    {
        var applied = records.Count == 0 ? [] : await ApplyAsync(records, cancellationToken).ConfigureAwait(false);
        var builder = new SettlementBuilder(pass, job, run.Parts.Clock.GetUtcNow());
        foreach (var action in applied.Where(action => !action.PlanAgain))
            builder.Add(action);
        await AddGoneAsync(builder, goneIds).ConfigureAwait(false);
        await AfterCreateAsync(applied, cancellationToken).ConfigureAwait(false);
        var settlement = builder.Build();
        var updated = settlement.Counts.AddTo(job);
        var complete = applied.All(action => !action.PlanAgain);
        await run.State.CommitAsync(settlement.Change with
        {
            Jobs = [updated],
            Watermarks = complete && progress.Watermark is { } watermark ? [watermark] : [],
            Checkpoints = complete && progress.Checkpoint is { } checkpoint ? [checkpoint] : [],
        }, CancellationToken.None).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return new PageReport(updated, settlement.Results, records.Count);
    }

    private async Task<IReadOnlyList<AppliedAction>> ApplyAsync(IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var settled = new List<AppliedAction>(records.Count);
        var open = records;
        var attempts = new Dictionary<Guid, int>();
        for (var round = 1; ; round++)
        {
            var plans = await PlanAsync(open, attempts, cancellationToken).ConfigureAwait(false);
            var applied = await applier.ApplyAsync(pass, plans, round == Rounds, cancellationToken).ConfigureAwait(false);
            settled.AddRange(applied.Where(action => !action.PlanAgain));
            var again = applied.Where(action => action.PlanAgain).ToArray();
            if (again.Length == 0)
                return settled;
            if (cancellationToken.IsCancellationRequested)
                return [.. settled, .. again];
            foreach (var action in again)
                attempts[action.Plan.Candidate.Source.Id] = action.Plan.Candidate.IdAttempt;
            open = await run.Endpoints.On(pass.Source).ReadByIdAsync(
                pass.SourceTable.Name, pass.SourceColumns, [.. attempts.Keys.Intersect(again.Select(action => action.Plan.Candidate.Source.Id))], cancellationToken).ConfigureAwait(false);
            if (open.Count == 0)
                return settled;
        }
    }

    private async Task<IReadOnlyList<PlannedAction>> PlanAsync(
        IReadOnlyList<Record> records, Dictionary<Guid, int> attempts, CancellationToken cancellationToken)
    {
        var candidates = await loader.LoadAsync(pass, records, run.Policy, cancellationToken).ConfigureAwait(false);
        var translator = await run.Translators.LoadAsync(pass, candidates, cancellationToken).ConfigureAwait(false);
        return [.. candidates.Select(candidate => Planner.Plan(
            pass, candidate with { IdAttempt = attempts.GetValueOrDefault(candidate.Source.Id) }, run.Policy, translator))];
    }

    // A record that is gone concerns its survivor: the other direction applies the mapping's deletion rule to it.
    private async Task AddGoneAsync(SettlementBuilder builder, IReadOnlyList<Guid> goneIds)
    {
        if (goneIds.Count == 0)
            return;
        foreach (var id in goneIds)
            builder.AddGone(id);
        if (pass.Mapping.Direction is not SyncDirection.Both)
            return;
        var couplings = pass.Source is SystemSide.BusinessCentral
            ? await run.State.Couplings.FindByBcIdAsync(pass.Mapping.Family, [.. goneIds], CancellationToken.None).ConfigureAwait(false)
            : await run.State.Couplings.FindBySalesIdAsync(pass.Mapping.Family, [.. goneIds], CancellationToken.None).ConfigureAwait(false);
        foreach (var coupling in couplings.Where(coupling => coupling.Mapping == pass.Mapping.Name && !coupling.Skipped))
            builder.AddReverse(coupling.IdOn(pass.Destination));
    }

    private Task AfterCreateAsync(IReadOnlyList<AppliedAction> applied, CancellationToken cancellationToken)
    {
        var created = applied.Where(action => action is { PlanAgain: false, Failure: null, Plan: { Failure: null, Action: SyncAction.Created } }).ToArray();
        return created.Length == 0 ? Task.CompletedTask : new PrimaryContactFill(run, pass).RunAsync(created, cancellationToken);
    }
}
