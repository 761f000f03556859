using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Quotes;

/// <summary>
/// Lets revisions take the quotes of the revisions before over, each as one unit, or as several that follow one another when it is long
/// (spec/documents.md 4.3).
/// </summary>
internal sealed class QuoteRevision(IEndpoint system, BcDocumentForm form)
{
    private readonly RevisionSteps steps = new(form);

    /// <summary>Takes quotes over; plans come in the same order with their coupling or failure. Those that were not begun are left out.</summary>
    public async Task<IReadOnlyList<DocumentPlan>> RunAsync(IReadOnlyList<QuotePlan> plans, CancellationToken cancellationToken)
    {
        if (plans.Count == 0)
            return [];
        FieldValue[] owners = [.. plans.Select(plan => FieldValue.Id(plan.Partner!.Id))];
        var lines = (await system.ReadByValueAsync(form.Lines.Name, ["documentId"], "documentId", owners, cancellationToken).ConfigureAwait(false))
            .ToLookup(line => line["documentId"].AsId());
        var units = plans.Select(plan => steps.Divide(plan, [.. lines[plan.Partner!.Id]])).ToArray();
        var outcomes = (await system.WriteUnitsAsync([.. units.Select(divided => divided[0])], cancellationToken).ConfigureAwait(false)).ToArray();

        // What was begun is brought to its end, even if the run is to stop.
        for (var next = 1; next < units.Max(divided => divided.Count); next++)
            await GoOnAsync(units, outcomes, next).ConfigureAwait(false);
        return
        [
            .. plans.Zip(outcomes).Where(pair => pair.Second.Status is not WriteStatus.NotSent || pair.Second.Failure is not null)
                .Select(pair => Settle(pair.First, pair.Second)),
        ];
    }

    private async Task GoOnAsync(IReadOnlyList<WriteUnit>[] units, UnitOutcome[] outcomes, int next)
    {
        int[] open = [.. Enumerable.Range(0, units.Length).Where(index => next < units[index].Count && outcomes[index].Status is WriteStatus.Done)];
        if (open.Length == 0)
            return;
        var further = await system.WriteUnitsAsync([.. open.Select(index => units[index][next])], CancellationToken.None).ConfigureAwait(false);
        foreach (var (index, outcome) in open.Zip(further))
            outcomes[index] = outcome;
    }

    private DocumentPlan Settle(QuotePlan plan, UnitOutcome outcome) => outcome.Status switch
    {
        WriteStatus.Done => (form.IsCompanion ? plan.Plan : plan.Plan.Noting("The version before is not kept: the companion app is missing.")) with
        {
            BcNo = plan.Partner!["number"].ToString(),
            IsNewlyCoupled = true,
            Coupling = plan.Predecessor! with { SalesId = plan.Plan.Document.Id, Revision = 0, SalesName = plan.Plan.Document.Number },
        },
        WriteStatus.Refused or WriteStatus.AlreadyExists => plan.Plan.Failed(DocumentRefusals.Of(plan.Plan.Document, outcome.Failure!)),
        _ => plan.Plan.Failed(WriteFailures.Unsettled(SystemSide.BusinessCentral, outcome.Status, outcome.Failure)),
    };
}
