using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes;
using BcSalesSync.Engine.Changes.Translating;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Passes.Parts;

/// <summary>
/// Plans the parts of a page of records along with the records, such as the lines of orders: read in a few requests for all of them, and
/// decided by the planner like records of their own (spec/documents.md 2.5). Reads, and writes nothing.
/// </summary>
/// <param name="endpoints">The two systems.</param>
/// <param name="mappings">The mappings.</param>
/// <param name="couplings">The couplings.</param>
/// <param name="translators">Loads translations.</param>
/// <param name="owners">The pass of the records.</param>
internal sealed class PartPlanner(
    EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings, TranslatorLoader translators, PassDefinition owners)
{
    private readonly DocumentFinish finish = new(endpoints, mappings, couplings, owners);
    private PassDefinition? partPass;

    /// <summary>The plans, in their order, with what becomes of their parts.</summary>
    /// <param name="plans">Plans of the records.</param>
    /// <param name="policy">How freely the pass may act.</param>
    /// <param name="translator">Translates values of the records.</param>
    /// <param name="cancellationToken">Takes effect between requests.</param>
    public async Task<IReadOnlyList<PlannedAction>> PlanAsync(
        IReadOnlyList<PlannedAction> plans, PlanPolicy policy, ITranslator translator, CancellationToken cancellationToken)
    {
        var open = plans.Where(IsOpen).ToArray();
        if (mappings.PartsOf(owners.Mapping) is not { } mapping || open.Length == 0)
            return plans;
        var pass = partPass ??= await PassAsync(mapping, cancellationToken).ConfigureAwait(false);
        var reader = new PartReader(endpoints, pass);
        var sources = await reader.ReadAsync(pass.Source, [.. open.Select(plan => plan.Candidate.Source.Id)], cancellationToken).ConfigureAwait(false);
        var held = await reader
            .ReadAsync(pass.Destination, [.. open.Select(CounterpartOf).OfType<Record>().Select(record => record.Id)], cancellationToken)
            .ConfigureAwait(false);
        var known = await CouplingsAsync(pass, sources, held, cancellationToken).ConfigureAwait(false);
        var company = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var ground = open.ToDictionary(plan => plan, plan => new PartGround(
            pass,
            [.. sources[plan.Candidate.Source.Id].Where(pass.SourceFilter.Matches)],
            CounterpartOf(plan) is { } counterpart ? [.. held[counterpart.Id]] : [],
            known,
            company));
        var loaded = await translators
            .LoadAsync(pass, [.. ground.Values.SelectMany(lines => lines.Candidates)], cancellationToken).ConfigureAwait(false);
        var planned = ground.ToDictionary(pair => pair.Key, pair => pair.Value.Plan(policy, loaded));
        await finish.LoadAsync(planned, cancellationToken).ConfigureAwait(false);
        return [.. plans.Select(plan => planned.TryGetValue(plan, out var parts) ? Join(plan, parts, ground[plan], translator) : plan)];
    }

    private static bool IsOpen(PlannedAction plan) => plan is { Failure: null, Ignored: false }
        && (plan.Action is SyncAction.Created || (plan.Action is SyncAction.Updated or SyncAction.Unchanged && CounterpartOf(plan) is not null));

    private static Record? CounterpartOf(PlannedAction plan) =>
        plan.Action is SyncAction.Created ? null : plan.Candidate.Counterpart ?? plan.Candidate.Match;

    private PlannedAction Join(PlannedAction owner, PartsPlan plan, PartGround lines, ITranslator translator)
    {
        if (plan.Actions.FirstOrDefault(action => action.Failure is not null) is { Failure: { } failure } failed)
            return Planner.Fail(owner.Candidate, Named(failure, failed));
        var (finished, refusal) = finish.Complete(owner, plan, translator);
        if (refusal is not null)
            return Planner.Fail(owner.Candidate, refusal);
        var isLeft = lines.HasGoneCounterparts || plan.Actions.Any(action => action.ReversePending || action.ReverseDue);
        return owner with
        {
            Parts = finished,
            Values = [.. owner.Values, .. finish.WorkedOutAnew(owner, finished, translator)],
            AgreedDestination = finished.Last is { } last
                ? new Dictionary<string, FieldValue>(owner.AgreedDestination) { [owners.Mapping.BcLock!.Last!] = last } : owner.AgreedDestination,
            Action = owner.Action is SyncAction.Unchanged && finished.Writes ? SyncAction.Updated : owner.Action,
            Reason = owner.Action is SyncAction.Unchanged && finished.Writes ? "What belongs to it changed since the last synchronisation." : owner.Reason,

            // What the other direction carries was passed over by it while the document was not open to it.
            ReverseDue = owner.ReverseDue || owner.ReversePending || isLeft,
        };
    }

    private static PlanFailure Named(PlanFailure failure, PlannedAction line)
    {
        var source = line.Candidate.Source;
        var name = source["sequence"].AsNumber() ?? source["lineitemnumber"].AsNumber();
        return failure with { Message = name is null ? $"A line: {failure.Message}" : $"Line {name:0}: {failure.Message}" };
    }

    private async Task<PassDefinition> PassAsync(TableMapping mapping, CancellationToken cancellationToken)
    {
        var ruled = mapping with { UpdateConflict = owners.Mapping.UpdateConflict, ConflictScope = owners.Mapping.ConflictScope };
        var pass = await new PassBuilder(endpoints, mappings).BuildAsync(ruled, owners.Direction, cancellationToken).ConfigureAwait(false);
        return pass with { Fields = [.. pass.Fields.Where(field => field.Row.BcField != mapping.Parent!.BcField)] };
    }

    private async Task<PartCouplings> CouplingsAsync(
        PassDefinition pass, ILookup<Guid, Record> sources, ILookup<Guid, Record> held, CancellationToken cancellationToken)
    {
        var (bc, sales) = pass.Source is SystemSide.BusinessCentral ? (sources, held) : (held, sources);
        return new PartCouplings(
            pass, await couplings.FindByEitherIdAsync(pass.Mapping.Family, Ids(bc), Ids(sales), cancellationToken).ConfigureAwait(false));
    }

    private static Guid[] Ids(ILookup<Guid, Record> records) => [.. records.SelectMany(group => group).Select(record => record.Id)];
}
