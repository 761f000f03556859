using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Now;

/// <summary>
/// Turns what a person named into ids of the source side. A record may be named by either side; the coupling leads to the other.
/// Skipped pairs are refused until they are taken up again (spec/engine.md 2.6), and so are uncoupled records outside the mapping's filter.
/// </summary>
internal sealed class SourceSelection(RunContext run)
{
    /// <summary>Ids to take, and what is refused.</summary>
    public async Task<SelectedSources> ResolveAsync(
        TableMapping mapping, SyncDirection direction, IReadOnlyList<RecordSelector> selectors, CancellationToken cancellationToken)
    {
        var pass = await run.PassAsync(mapping, direction, cancellationToken).ConfigureAwait(false);
        var ids = new List<Guid>();
        var outside = new Dictionary<Guid, RecordSelector>();
        var refused = new List<BcSyncResult>();
        var direct = selectors.Where(selector => RecordResolver.Names(pass.Source, selector)).ToArray();
        var resolved = await new RecordResolver(run.Endpoints)
            .ResolveAsync(pass.Source, pass.SourceTable, pass.SourceColumns, direct, cancellationToken).ConfigureAwait(false);
        foreach (var (selector, resolution) in direct.Zip(resolved))
        {
            if (resolution.Failure is { } failure)
            {
                refused.Add(Refusal(pass, selector, failure));
                continue;
            }

            ids.Add(resolution.Record!.Id);
            if (!pass.SourceFilter.Matches(resolution.Record))
                outside[resolution.Record.Id] = selector;
        }

        foreach (var selector in selectors.Except(direct))
        {
            if (await CoupledAsync(pass, selector, cancellationToken).ConfigureAwait(false) is { } coupling)
                ids.Add(coupling.IdOn(pass.Source));
            else
                refused.Add(Refusal(pass, selector, NotCoupled(pass)));
        }

        return await ChooseAsync(pass, [.. ids.Distinct()], outside, refused, cancellationToken).ConfigureAwait(false);
    }

    // What is coupled is taken whatever the filter says.
    private async Task<SelectedSources> ChooseAsync(
        PassDefinition pass,
        IReadOnlyCollection<Guid> ids,
        Dictionary<Guid, RecordSelector> outside,
        List<BcSyncResult> refused,
        CancellationToken cancellationToken)
    {
        var couplings = await run.State.Couplings.FindByIdAsync(pass.Source, pass.Mapping.Family, ids, cancellationToken).ConfigureAwait(false);
        var skipped = couplings.Where(coupling => coupling.Skipped).ToArray();
        refused.AddRange(skipped.Select(coupling => Skipped(pass, coupling)));
        foreach (var coupled in couplings)
            outside.Remove(coupled.IdOn(pass.Source));
        refused.AddRange(outside.Values.Select(selector => Refusal(pass, selector, OutsideFilter(pass))));
        return new SelectedSources([.. ids.Except(skipped.Select(coupling => coupling.IdOn(pass.Source))).Except(outside.Keys)], refused);
    }

    private async Task<CouplingState?> CoupledAsync(PassDefinition pass, RecordSelector selector, CancellationToken cancellationToken)
    {
        var condition = new CouplingCondition
        {
            BcId = selector.BcId,
            BcNo = selector.BcNo,
            SalesId = selector.SalesId,
            SalesName = selector.SalesName,
        };
        await foreach (var coupling in run.State.Couplings.ReadAsync(pass.Mapping.Name, condition, cancellationToken).ConfigureAwait(false))
            return coupling;
        return null;
    }

    private static PlanFailure NotCoupled(PassDefinition pass) => new(
        FailureClass.Data,
        "BcSync.Record.NotCoupled",
        $"The record is not coupled in mapping {pass.Mapping.Name}, so there is nothing to read on the other side.",
        $"Couple it first with New-BcCoupling -Mapping {pass.Mapping.Name.Typed()}.");

    private static PlanFailure OutsideFilter(PassDefinition pass) => new(
        FailureClass.Data,
        "BcSync.Record.OutsideFilter",
        $"The record is outside the filter of mapping {pass.Mapping.Name}.",
        $"Change the record, or the filter with Set-BcTableMapping -Name {pass.Mapping.Name.Typed()}.");

    private BcSyncResult Refusal(PassDefinition pass, RecordSelector selector, PlanFailure failure) => new()
    {
        Mapping = pass.Mapping.Name,
        BcId = selector.BcId,
        BcNo = selector.BcNo,
        SalesId = selector.SalesId,
        SalesName = selector.SalesName,
        Direction = pass.Direction,
        Action = SyncAction.Failed,
        RunId = run.RunId,
        Error = ErrorCatalog.Create(
            run.Parts.Clock.GetUtcNow(), failure.ErrorId, failure.Class, failure.Message, failure.RecommendedAction) with
        {
            Mapping = pass.Mapping.Name,
            Direction = pass.Direction,
            BcId = selector.BcId,
            BcNo = selector.BcNo,
            SalesId = selector.SalesId,
            SalesName = selector.SalesName,
        },
    };

    private BcSyncResult Skipped(PassDefinition pass, CouplingState coupling) => new()
    {
        Mapping = pass.Mapping.Name,
        BcId = coupling.BcId,
        BcNo = coupling.BcNo,
        SalesId = coupling.SalesId,
        SalesName = coupling.SalesName,
        Direction = pass.Direction,
        Action = SyncAction.Skipped,
        Reason = Planner.SkippedReason,
        Error = null,
        RunId = run.RunId,
    };
}
