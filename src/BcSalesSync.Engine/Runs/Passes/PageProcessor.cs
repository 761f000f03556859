using System.Runtime.ExceptionServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Applying.Units;
using BcSalesSync.Engine.Changes;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs.Passes.Partitions;
using BcSalesSync.Engine.Runs.Passes.Parts;
using BcSalesSync.Engine.Telemetry;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>
/// Takes a page of records from reading to the saved outcome: load, plan, write, settle. Records whose ground changed under the plan
/// are read and planned again, a few times at most. Effects, counts and progress are saved in one transaction.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="pass">The pass.</param>
/// <param name="slice">Which slice of a shared page the records are: the counts go with it; null for pages of the run's own, whose job counts.</param>
internal sealed class PageProcessor(RunContext run, PassDefinition pass, SliceKey? slice = null)
{
    private const int Rounds = 4;
    private readonly CandidateLoader loader = new(
        run.Endpoints, run.State.Couplings, run.State.Pending, run.Translators.Drift);
    private readonly CounterpartFinder finder = new(run.Endpoints, run.State.Couplings, run.State.Pending);
    private readonly PartPlanner parts = new(run.Endpoints, run.Mappings, run.State.Couplings, run.Translators, pass);
    private readonly UnitApplier units = new(run.Endpoints);
    private readonly PageApplier applier = new(run.Endpoints, run.State, run.Parts.Clock);

    /// <summary>Processes a page and returns the job with the page's counts.</summary>
    /// <param name="job">The job so far.</param>
    /// <param name="records">Records of the source.</param>
    /// <param name="goneIds">Ids of the source that are gone.</param>
    /// <param name="progress">How far reading has come with this page.</param>
    /// <param name="cancellationToken">Stops between requests; what was written by then is settled and saved all the same.</param>
    public async Task<PageReport> ProcessAsync(
        BcSyncJob job, IReadOnlyList<Record> records, IReadOnlyList<Guid> goneIds, PageProgress progress,
            CancellationToken cancellationToken)
    {
        using var span = SyncSpans.StartPage(pass.Mapping.Name, records.Count);
        var (applied, broken) = records.Count == 0 ? ([], null) : await ApplyAsync(records, cancellationToken).ConfigureAwait(false);
        applied = await new SurvivorRelease(run, pass).ApplyAsync(applied).ConfigureAwait(false);
        var survivors = await SurvivorsAsync(goneIds).ConfigureAwait(false);
        await AfterCreateAsync(applied).ConfigureAwait(false);
        await NameUnitsAsync(applied).ConfigureAwait(false);
        var due = await new ChildrenDue(run, pass).FindAsync(applied).ConfigureAwait(false);
        var isWhole = applied.All(action => !action.PlanAgain);
        var now = run.Parts.Clock.GetUtcNow();
        var clashes = await run.State.SaveAsync(overtaken => Change(job, Settle(overtaken), due, isWhole ? progress : null).WithParts(applied, job, now, overtaken), CancellationToken.None)
            .ConfigureAwait(false);
        foreach (var clash in clashes)
            run.Observer.Verbose($"{pass.Mapping.Name}: {clash}");
        broken?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        var settlement = Settle(clashes);
        SyncSpans.AddRecords(span, settlement.Results);
        return new PageReport(settlement.Counts.AddTo(job), settlement.Results, records.Count);

        Settlement Settle(IReadOnlyList<CouplingClash> overtaken)
        {
            var builder = new SettlementBuilder(pass, job, now, overtaken.ToLookup(clash => clash.Coupling.IdOn(pass.Source)));
            foreach (var action in applied.Where(action => !action.PlanAgain))
                builder.Add(action);
            foreach (var id in goneIds)
                builder.AddGone(id);
            foreach (var coupling in survivors)
                builder.AddSurvivor(coupling);
            return builder.Build();
        }
    }

    // Without progress, records are left: the page, or slice, comes again.
    private StateChange Change(BcSyncJob job, Settlement settlement, IReadOnlyList<PendingRecord> due, PageProgress? progress)
    {
        var change = (progress ?? PageProgress.None).Over(settlement.Change with { Pending = [.. settlement.Change.Pending, .. due] });
        if (slice is null)
            return change with { Jobs = [settlement.Counts.AddTo(job)] };
        return progress is null
            ? change
            : change with { SettledSlices = [new SettledSlice(slice, new SliceOutcome(job.Id, settlement.Counts, null).ToText())] };
    }

    // What a round has written is settled even if a later one breaks off; the records still open then keep the page from counting as done.
    private async Task<(IReadOnlyList<AppliedAction> Applied, ExceptionDispatchInfo? Broken)> ApplyAsync(
        IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var settled = new List<AppliedAction>(records.Count);
        var again = new Dictionary<Guid, AppliedAction>();
        for (var round = 1; ; round++)
        {
            try
            {
                var open = round == 1 ? records : await ReadAsync(again.Keys, cancellationToken).ConfigureAwait(false);
                var plans = open.Count == 0 ? [] : await PlanAsync(open, again, cancellationToken).ConfigureAwait(false);
                var applied = plans.Count == 0 ? [] : await WriteAsync(plans, round >= Rounds, cancellationToken).ConfigureAwait(false);
                settled.AddRange(applied.Where(action => !action.PlanAgain));
                again = applied.Where(action => action.PlanAgain).ToDictionary(action => action.Plan.Candidate.Source.Id);
            }
            catch (Exception problem) when (round > 1 && problem is OperationCanceledException or EndpointException)
            {
                return ([.. settled, .. again.Values], ExceptionDispatchInfo.Capture(problem));
            }

            if (again.Count == 0 || cancellationToken.IsCancellationRequested)
                return ([.. settled, .. again.Values], null);
        }
    }

    private Task<IReadOnlyList<AppliedAction>> WriteAsync(
        IReadOnlyList<PlannedAction> plans, bool lastRound, CancellationToken cancellationToken) => pass.HasParts
        ? units.ApplyAsync(pass, plans, lastRound, cancellationToken) : applier.ApplyAsync(pass, plans, lastRound, cancellationToken);

    private Task<IReadOnlyList<Record>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        run.Endpoints.On(pass.Source).ReadByIdAsync(pass.SourceTable.Name, pass.SourceColumns, ids, cancellationToken);

    private async Task<IReadOnlyList<PlannedAction>> PlanAsync(
        IReadOnlyList<Record> records, Dictionary<Guid, AppliedAction> earlier, CancellationToken cancellationToken)
    {
        var candidates = await loader.LoadAsync(pass, records, run.Policy, cancellationToken).ConfigureAwait(false);
        var translator = await run.Translators.LoadAsync(pass, candidates, cancellationToken).ConfigureAwait(false);
        candidates = await finder.FindAsync(pass, candidates, run.Policy, translator, cancellationToken).ConfigureAwait(false);
        var plans = candidates.Select(candidate => Planner.Plan(pass, Informed(candidate, earlier), run.Policy, translator)).ToArray();
        return pass.HasParts ? await parts.PlanAsync(plans, run.Policy, translator, cancellationToken).ConfigureAwait(false) : plans;
    }

    // What the round before found out about the counterpart.
    private static Candidate Informed(Candidate candidate, Dictionary<Guid, AppliedAction> earlier) =>
        earlier.GetValueOrDefault(candidate.Source.Id)?.Plan.Candidate is { } before
            ? candidate with
            {
                IdAttempt = before.IdAttempt,
                Match = candidate.Match ?? before.Match,
                Unanswered = earlier[candidate.Source.Id].Plan.Values is { Count: > 0 } sent ? sent : before.Unanswered,
            }
            : candidate;

    // A record that is gone concerns its survivor: the other direction applies the mapping's deletion rule to it.
    private async Task<IReadOnlyList<CouplingState>> SurvivorsAsync(IReadOnlyList<Guid> goneIds)
    {
        if (goneIds.Count == 0 || pass.Mapping.Direction is not SyncDirection.Both)
            return [];
        var couplings = await run.State.Couplings.FindByIdAsync(pass.Source, pass.Mapping.Family, [.. goneIds], CancellationToken.None).ConfigureAwait(false);
        return [.. couplings.Where(coupling => coupling.Mapping == pass.Mapping.Name && !coupling.Skipped)];
    }

    // The records exist by now: nothing that happens here, a stop included, may keep them from being saved as coupled.
    private async Task AfterCreateAsync(IReadOnlyList<AppliedAction> applied)
    {
        var created = applied.Where(
            action => action is { PlanAgain: false, Failure: null, Plan: { Failure: null, Action: SyncAction.Created } }).ToArray();
        if (created.Length == 0)
            return;
        try
        {
            await new PrimaryContactFill(run, pass).RunAsync(created, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception problem) when (IsTolerable(problem))
        {
            run.Observer.Warning($"{pass.Mapping.Name}: primary contacts of new contacts were not filled in. {problem.Message}");
        }
    }

    private async Task NameUnitsAsync(IReadOnlyList<AppliedAction> applied)
    {
        try
        {
            await new BaseUnitNaming(run, pass).RunAsync(applied, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception problem) when (IsTolerable(problem))
        {
            run.Observer.Warning($"{pass.Mapping.Name}: units were not named like their codes. {problem.Message}");
        }
    }

    // A state that is out of reach for the moment cannot say whether more may be sent; what is written already has to be saved all the same.
    private static bool IsTolerable(Exception problem) =>
        problem is EndpointException || (problem is SyncException state && StateOutages.Is(state));
}
