using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Journaled;

/// <summary>Gives documents that were just created their discount; one that cannot take it is taken away again, so that none is left half-written.</summary>
internal sealed class DocumentDiscount(IEndpoint system, BcDocumentForm form)
{
    private const string Column = "discountAmount";

    /// <summary>The plans; those whose discount was refused are failed and uncoupled.</summary>
    public async Task<IReadOnlyList<DocumentPlan>> WriteAsync(IReadOnlyList<DocumentPlan> plans)
    {
        var discounted = plans.Where(plan => plan.Draft!.Discount != 0).ToArray();
        if (discounted.Length == 0)
            return plans;
        var settled = await SendAsync(discounted, plan => new RecordWrite
        {
            Kind = WriteKind.Update, Id = plan.Coupling!.BcId, Values = [new(Column, FieldValue.Number(plan.Draft!.Discount))],
        }).ConfigureAwait(false);
        var refused = settled.Where(pair => pair.Outcome.Status is WriteStatus.Refused).ToArray();
        var removed = (await SendAsync([.. refused.Select(pair => pair.Plan)], plan => new RecordWrite
        {
            Kind = WriteKind.Delete, Id = plan.Coupling!.BcId,
        }).ConfigureAwait(false)).Where(pair => pair.Outcome.Status is WriteStatus.Done or WriteStatus.NotFound).Select(pair => pair.Plan).ToHashSet();
        return
        [
            .. plans.Except(discounted),
            .. settled.Select(pair => pair.Outcome.Status switch
            {
                WriteStatus.Done => pair.Plan,
                WriteStatus.Refused when removed.Contains(pair.Plan) => Uncoupled(pair.Plan)
                    .Failed(DocumentRefusals.OfDiscount(pair.Plan.Document, pair.Plan.Draft!.Discount, pair.Outcome.Failure!)),
                WriteStatus.Refused => pair.Plan.Failed(JournaledFailures.LeftWithoutDiscount(pair.Plan, pair.Outcome.Failure!)),
                // The journal still knows it: the next run finds it and goes on from here.
                _ => (pair.Plan with { IsNewlyCoupled = false, Coupling = null })
                    .Failed(WriteFailures.Unsettled(SystemSide.BusinessCentral, pair.Outcome.Status, pair.Outcome.Failure)),
            }),
        ];
    }

    private static DocumentPlan Uncoupled(DocumentPlan plan) => plan with { BcNo = null, IsNewlyCoupled = false, Coupling = null };

    private async Task<IReadOnlyList<(DocumentPlan Plan, UnitOutcome Outcome)>> SendAsync(
        IReadOnlyList<DocumentPlan> plans, Func<DocumentPlan, RecordWrite> write)
    {
        if (plans.Count == 0)
            return [];
        // The documents are there by now: a stop must not leave them half-written.
        var outcomes = await system.WriteUnitsAsync(
            [.. plans.Select(plan => new WriteUnit([new UnitWrite(form.Headers.Name, write(plan))]))], CancellationToken.None).ConfigureAwait(false);
        return [.. plans.Zip(outcomes)];
    }
}
