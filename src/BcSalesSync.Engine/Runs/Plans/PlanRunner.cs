using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Applying;
using BcSalesSync.Engine.Changes;
using BcSalesSync.Engine.Changes.Translating;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;
using BcSalesSync.Engine.Runs.Now;
using BcSalesSync.Engine.Runs.Passes.Parts;

namespace BcSalesSync.Engine.Runs.Plans;

/// <summary>
/// Says what a run would do, with the same loader, translations and planner as a real one and nothing behind them. Counterparts that
/// would be created are taken as coupled, and units as there, for the records that refer to them.
/// </summary>
internal sealed class PlanRunner
{
    private const int Chunk = 1_000;
    private readonly EngineParts parts;
    private readonly MappingSet mappings;
    private readonly ISyncObserver observer;
    private readonly PlannedCouplings couplings;
    private readonly PlannedUnits sales;
    private readonly TranslatorLoader translators;

    /// <summary>Creates the runner.</summary>
    public PlanRunner(EngineParts parts, MappingSet mappings, ISyncObserver observer)
    {
        sales = new PlannedUnits(parts.Endpoints.Sales);
        this.parts = parts with { Endpoints = parts.Endpoints with { Sales = sales } };
        this.mappings = mappings;
        this.observer = observer;
        couplings = new PlannedCouplings(parts.State.Couplings);
        translators = new TranslatorLoader(this.parts.Endpoints, mappings, couplings, parts.State.Pending, parts.Clock, mayCreate: false);
    }

    /// <summary>Planned actions as they come; records that need nothing are left out unless they were named.</summary>
    public async IAsyncEnumerable<BcPlannedAction> RunAsync(
        SyncNowRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var named = request.Records.Count > 0;
        var direction = request.Direction;
        var policy = new PlanPolicy(
            MayCreate: request.Full, SourceWins: named && direction is not (null or SyncDirection.Both), Rewrite: request.Force,
                Explicit: named);
        foreach (var mapping in mappings.All.Named(request.Mapping, parts.Clock.GetUtcNow())
            .Where(mapping => (mapping.Enabled && !mapping.IsPart) || request.Mapping is not null))
        {
            if (mapping.IsPart)
                throw PassErrors.TravelsAlong(mapping);
            foreach (var passDirection in (direction ?? mapping.Direction).Passes())
            {
                if (!mapping.Direction.Includes(passDirection))
                    throw PassErrors.DirectionNotAllowed(mapping, passDirection);
                var run = new RunContext(parts, mappings, Guid.Empty, SyncJobType.Synchronization, policy, observer);
                var pass = await run.PassAsync(mapping, passDirection, cancellationToken).ConfigureAwait(false);
                var chosen = named ? await new SourceSelection(run)
                    .ResolveAsync(mapping, passDirection, request.Records, cancellationToken).ConfigureAwait(false) : null;
                foreach (var refused in chosen?.Refused ?? [])
                    yield return ActionView.Plan(refused);
                var parents = new List<Guid>();
                var pages = PagesAsync(pass, request, chosen, cancellationToken);
                await foreach (var plan in PlansAsync(pass, pages, policy, cancellationToken).ConfigureAwait(false))
                {
                    if (named && plan is { Failure: null, Action: not SyncAction.Skipped })
                        parents.Add(plan.Candidate.Source.Id);
                    yield return ActionView.Plan(pass, plan, Error(pass, plan));
                }

                await foreach (var plan in ChildrenAsync(pass, parents, policy, cancellationToken).ConfigureAwait(false))
                    yield return plan;
            }
        }
    }

    private async IAsyncEnumerable<PlannedAction> PlansAsync(
        PassDefinition pass,
        IAsyncEnumerable<IReadOnlyList<Record>> pages,
        PlanPolicy policy,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var plan in await PlanAsync(pass, page, policy, cancellationToken).ConfigureAwait(false))
            {
                if (!plan.Ignored && (policy.Explicit || plan.Action is not SyncAction.Unchanged))
                    yield return plan;
            }
        }
    }

    private async IAsyncEnumerable<BcPlannedAction> ChildrenAsync(
        PassDefinition parents, IReadOnlyCollection<Guid> parentIds, PlanPolicy policy,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (parentIds.Count == 0 || parents.Direction is not SyncDirection.ToSales)
            yield break;
        foreach (var child in mappings.ChildrenOf(parents.Mapping).Where(child => child.Direction.Includes(parents.Direction)))
        {
            var pass = await new PassBuilder(parts.Endpoints, mappings).BuildAsync(child, parents.Direction, cancellationToken)
                .ConfigureAwait(false);
            var pages = new ChildStream(parts.Endpoints).ReadAsync(pass, parentIds, cancellationToken);
            await foreach (var plan in PlansAsync(pass, pages, policy with { Explicit = false }, cancellationToken).ConfigureAwait(false))
                yield return ActionView.Plan(pass, plan, Error(pass, plan));
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<Record>> PagesAsync(
        PassDefinition pass, SyncNowRequest request, SelectedSources? chosen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (chosen is not null)
        {
            yield return await ReadAsync(pass, chosen.Ids, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        var taken = new HashSet<Guid>();
        if (!request.Full)
        {
            var due = await parts.State.Pending
                .DueAsync(pass.Mapping.Name, pass.Direction, new DueQuery(parts.Clock.GetUtcNow(), int.MaxValue), cancellationToken)
                    .ConfigureAwait(false);
            taken.UnionWith(due.Select(row => row.SourceId));
            taken.UnionWith(await translators.Drift.FindAsync(pass, cancellationToken).ConfigureAwait(false));
            foreach (var chunk in taken.Chunk(Chunk))
                yield return await ReadAsync(pass, chunk, cancellationToken).ConfigureAwait(false);
        }

        var cursor = request.Full
            ? null
            : (await parts.State.Pending.WatermarkAsync(pass.Mapping.Name, pass.Direction, cancellationToken)
                .ConfigureAwait(false))?.Cursor;
        await foreach (var page in new ChangeStream(parts.Endpoints, null, observer).ReadAsync(pass, cursor, cancellationToken)
            .ConfigureAwait(false))
            yield return [.. page.Records.Where(record => taken.Add(record.Id))];
    }

    private Task<IReadOnlyList<Record>> ReadAsync(PassDefinition pass, IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken) =>
        parts.Endpoints.On(pass.Source).ReadByIdAsync(pass.SourceTable.Name, pass.SourceColumns, ids, cancellationToken);

    private async Task<IReadOnlyList<PlannedAction>> PlanAsync(
        PassDefinition pass, IReadOnlyList<Record> records, PlanPolicy policy, CancellationToken cancellationToken)
    {
        if (records.Count == 0)
            return [];
        var candidates = await new CandidateLoader(parts.Endpoints, couplings, parts.State.Pending, translators.Drift)
            .LoadAsync(pass, [.. records.Where(record => !couplings.Plans(pass, record))], policy, cancellationToken).ConfigureAwait(false);
        var translator = await translators.LoadAsync(pass, candidates, cancellationToken).ConfigureAwait(false);
        candidates = await new CounterpartFinder(parts.Endpoints, couplings, parts.State.Pending)
            .FindAsync(pass, candidates, policy, translator, cancellationToken).ConfigureAwait(false);
        var company = (await parts.Endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId
            ?? Guid.Empty;
        IReadOnlyList<PlannedAction> plans = [.. candidates.Select(candidate => Planner.Plan(pass, candidate, policy, translator))];
        if (pass.HasParts)
        {
            plans = await new PartPlanner(parts.Endpoints, mappings, couplings, translators, pass)
                .PlanAsync(plans, policy, translator, cancellationToken).ConfigureAwait(false);
        }

        foreach (var plan in plans.Where(plan => plan is { Failure: null, Action: SyncAction.Created or SyncAction.Updated }))
        {
            var created = DerivedId.For(company, pass.DestinationTable.Name, plan.Candidate.Source.Id);
            couplings.Add(pass, plan, created);
            if (plan.Action is SyncAction.Created && pass.Destination is SystemSide.Sales)
                sales.Add(pass.DestinationTable.Name, created, plan.Values);
        }

        return plans;
    }

    private BcSyncError? Error(PassDefinition pass, PlannedAction plan) => plan.Failure is not { } failure ? null
        : ErrorCatalog.Create(parts.Clock.GetUtcNow(), failure.ErrorId, failure.Class, failure.Message, failure.RecommendedAction) with
        {
            Mapping = pass.Mapping.Name,
            Direction = pass.Direction,
        };
}
