using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents;

/// <summary>
/// Creates documents in Business Central, each with its lines and discount as one unit. The id is derived from the document in Sales, so that a
/// create whose answer was lost is recognised instead of repeated (design: section 2).
/// </summary>
/// <param name="system">Business Central.</param>
/// <param name="form">The tables that take the documents.</param>
/// <param name="mapping">Mapping under which they are coupled.</param>
/// <param name="family">Family within which their couplings are unique.</param>
internal sealed class DerivedIdCreation(IEndpoint system, BcDocumentForm form, string mapping, string family)
{
    private const string Number = "number";
    private const string Mark = "dataverseId";
    private const string Discount = "discountAmount";

    /// <summary>Creates what is planned; plans come in the same order with their coupling or failure. Those that were not sent are left out.</summary>
    public async Task<IReadOnlyList<DocumentPlan>> CreateAsync(IReadOnlyList<DocumentPlan> plans, CancellationToken cancellationToken)
    {
        var company = (await system.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var ids = plans.Select(plan => DerivedId.For(company, form.Headers.Name, plan.Document.Id)).ToArray();
        var units = plans.Zip(ids, Unit).ToArray();
        var outcomes = await system.WriteUnitsAsync(units, cancellationToken).ConfigureAwait(false);
        var doubtful = ids.Zip(outcomes)
            .Where(pair => pair.Second.Status is WriteStatus.AlreadyExists or WriteStatus.Unknown).Select(pair => pair.First).ToArray();
        var existing = await ReadAsync(doubtful).ConfigureAwait(false);
        return
        [
            .. plans.Select((plan, index) => (Plan: plan, Id: ids[index], Outcome: outcomes[index]))
                .Where(sent => sent.Outcome.Status is not WriteStatus.NotSent || sent.Outcome.Failure is not null)
                .Select(sent => Settle(sent.Plan, sent.Id, sent.Outcome, existing.GetValueOrDefault(sent.Id))),
        ];
    }

    private WriteUnit Unit(DocumentPlan plan, Guid id)
    {
        var create = new UnitWrite(form.Headers.Name, new RecordWrite { Kind = WriteKind.Create, Id = id, Values = plan.Draft!.Header })
        {
            Nested = plan.Draft.Lines.Count == 0 ? null : new NestedRecords(form.Lines.Name, plan.Draft.Lines),
        };

        // Each line that is written spreads the discount anew, so it comes after them (spec/wire-bc.md 5.2).
        return new WriteUnit(
        [
            create,
            .. plan.Draft.Discount == 0 ? [] : new UnitStep[] { new UnitWrite(form.Headers.Name, DiscountOf(id, plan.Draft.Discount)) },
            .. plan.Draft.Quote is { } quote ? new UnitStep[] { new UnitAction(form.Headers.Name, quote, "archive") } : [],
            .. plan.Draft.IsReleased ? new UnitStep[] { new UnitAction(form.Headers.Name, id, "release") } : [],
        ]);
    }

    private static RecordWrite DiscountOf(Guid id, decimal discount) => new()
    {
        Kind = WriteKind.Update, Id = id, Values = [new(Discount, FieldValue.Number(discount))],
    };

    // What was written is to be found whatever happens meanwhile.
    private async Task<IReadOnlyDictionary<Guid, Record>> ReadAsync(Guid[] ids)
    {
        string[] columns = [.. new[] { Number, Mark }.Where(form.Headers.Columns.ContainsKey)];
        var rows = ids.Length == 0 ? []
            : await system.ReadByIdAsync(form.Headers.Name, columns, ids, CancellationToken.None).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id);
    }

    private DocumentPlan Settle(DocumentPlan plan, Guid id, UnitOutcome outcome, Record? existing) => outcome.Status switch
    {
        WriteStatus.Done => plan.Coupled(mapping, family, outcome.Records[0]?.Id ?? id, outcome.Records[0]?[Number].ToString()),
        WriteStatus.AlreadyExists or WriteStatus.Unknown when existing is not null => existing[Mark].AsId() == plan.Document.Id
            ? plan.Coupled(mapping, family, id, existing[Number].ToString()) with { IsFound = true }
            : plan.Failed(DocumentRefusals.IdTaken(plan.Document, existing[Number].ToString())),
        WriteStatus.Refused when outcome is { FailedStep: 1, Failure.Class: FailureClass.Data } && plan.Draft!.Discount != 0 =>
            plan.Failed(DocumentRefusals.OfDiscount(plan.Document, plan.Draft.Discount, outcome.Failure!)),
        WriteStatus.Refused or WriteStatus.AlreadyExists => plan.Failed(DocumentRefusals.Of(plan.Document, outcome.Failure!)),
        _ => plan.Failed(WriteFailures.Unsettled(SystemSide.BusinessCentral, outcome.Status, outcome.Failure)),
    };
}
