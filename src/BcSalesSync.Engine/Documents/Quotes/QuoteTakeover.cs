using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Quotes;

/// <summary>
/// Lets a revision take the quote of the revision before over: keeps a version of it in the archive, opens it and fills it anew, as one unit
/// (spec/documents.md 4.3).
/// </summary>
internal sealed class QuoteTakeover(IEndpoint system, BcDocumentForm form)
{
    private const string Discount = "discountAmount";
    private static readonly string[] FixedColumns = ["documentType"];

    /// <summary>Takes quotes over; plans come in the same order with their coupling or failure.</summary>
    public async Task<IReadOnlyList<DocumentPlan>> RunAsync(IReadOnlyList<QuotePlan> plans, CancellationToken cancellationToken)
    {
        if (plans.Count == 0)
            return [];
        FieldValue[] owners = [.. plans.Select(plan => FieldValue.Id(plan.Partner!.Id))];
        var lines = (await system.ReadByValueAsync(form.Lines.Name, ["documentId"], "documentId", owners, cancellationToken).ConfigureAwait(false))
            .ToLookup(line => line["documentId"].AsId());
        var units = plans.Select(plan => Unit(plan, [.. lines[plan.Partner!.Id]])).ToArray();
        var outcomes = await system.WriteUnitsAsync(units, cancellationToken).ConfigureAwait(false);
        return [.. plans.Zip(outcomes).Where(pair => pair.Second.Status is not WriteStatus.NotSent || pair.Second.Failure is not null)
            .Select(pair => Settle(pair.First, pair.Second))];
    }

    private WriteUnit Unit(QuotePlan plan, IReadOnlyList<Record> lines)
    {
        var (id, draft) = (plan.Partner!.Id, plan.Plan.Draft!);
        return new WriteUnit(
        [
            .. form.IsCompanion ? new UnitStep[] { new UnitAction(form.Headers.Name, id, "archive") } : [],
            .. form.IsCompanion && plan.Partner["status"].AsText() is not "Open" ? new UnitStep[] { new UnitAction(form.Headers.Name, id, "reopen") } : [],
            .. lines.Select(line => new UnitWrite(form.Lines.Name, new RecordWrite { Kind = WriteKind.Delete, Id = line.Id })),
            Header(id, [.. draft.Header.Where(pair => !FixedColumns.Contains(pair.Key))]),
            .. draft.Lines.Select(line => new UnitWrite(form.Lines.Name, new RecordWrite
            {
                Kind = WriteKind.Create, Values = [new("documentId", FieldValue.Id(id)), .. line],
            })),
            .. draft.Discount == 0 ? [] : new UnitStep[] { Header(id, [new(Discount, FieldValue.Number(draft.Discount))]) },
        ]);
    }

    private UnitWrite Header(Guid id, IReadOnlyList<KeyValuePair<string, FieldValue>> values) =>
        new(form.Headers.Name, new RecordWrite { Kind = WriteKind.Update, Id = id, Values = values });

    private static DocumentPlan Settle(QuotePlan plan, UnitOutcome outcome) => outcome.Status switch
    {
        WriteStatus.Done => plan.Plan with
        {
            BcNo = plan.Partner!["number"].ToString(),
            IsNewlyCoupled = true,
            Coupling = plan.Predecessor! with { SalesId = plan.Plan.Document.Id, Revision = 0, SalesName = plan.Plan.Document.Number },
        },
        WriteStatus.Refused or WriteStatus.AlreadyExists => plan.Plan.Failed(DocumentRefusals.Of(plan.Plan.Document, outcome.Failure!)),
        _ => plan.Plan.Failed(WriteFailures.Unsettled(SystemSide.BusinessCentral, outcome.Status, outcome.Failure)),
    };
}
