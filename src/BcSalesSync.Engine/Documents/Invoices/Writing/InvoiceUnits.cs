using BcSalesSync.Engine.Documents.Invoices.Building;
using BcSalesSync.Engine.Documents.Payments;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Writing;

/// <summary>
/// Divides what an invoice consists of into units that Sales takes: nearly always one. The last one says that it is billed, so that an invoice
/// that is not there whole stays New. Pure.
/// </summary>
/// <param name="company">SystemId of the company.</param>
internal sealed class InvoiceUnits(Guid company)
{
    private const string Table = "invoice";
    private const string LineTable = "invoicedetail";

    // Each line is written twice, and a unit takes a thousand writes (spec/wire-dataverse.md).
    private const int MostLines = 490;

    /// <summary>True for an invoice that takes several units.</summary>
    public static bool IsLong(InvoicePlan plan) => plan.Draft!.Lines.Count > MostLines;

    /// <summary>The units of a new invoice, which follow one another.</summary>
    public IReadOnlyList<WriteUnit> All(InvoicePlan plan, Guid id)
    {
        UnitStep header = new UnitWrite(Table, Write(WriteKind.Create, id, plan.Draft!.Header));
        var units = Lines(plan, id, plan.Draft.Lines);
        return [new WriteUnit([header, .. units[0]]), .. units.Skip(1).Select(steps => new WriteUnit(steps))];
    }

    /// <summary>What is missing of an invoice that is there in part.</summary>
    /// <param name="plan">The invoice.</param>
    /// <param name="id">Its row.</param>
    /// <param name="there">Ids of the lines that are there.</param>
    public IReadOnlyList<WriteUnit> Missing(InvoicePlan plan, Guid id, IReadOnlySet<Guid> there) =>
        [.. Lines(plan, id, [.. plan.Draft!.Lines.Where(line => !there.Contains(IdOf(plan, line)))]).Select(steps => new WriteUnit(steps))];

    private static RecordWrite Write(WriteKind kind, Guid id, IReadOnlyList<KeyValuePair<string, FieldValue>> values) =>
        new() { Kind = kind, Id = id, Values = values };

    private UnitStep[][] Lines(InvoicePlan plan, Guid id, IReadOnlyList<InvoiceLineDraft> lines)
    {
        var draft = plan.Draft!;
        var units = lines.Chunk(MostLines).Select(chunk => (UnitStep[])
        [
            .. chunk.Select(line => new UnitWrite(LineTable, Write(
                WriteKind.Create, IdOf(plan, line), [new("invoiceid", FieldValue.Reference(Table, id)), .. line.Values]))),
            .. chunk.Select(line => new UnitWrite(LineTable, Write(WriteKind.Update, IdOf(plan, line), line.Amounts))),
        ]).DefaultIfEmpty([]).ToArray();
        UnitStep[] end =
        [
            new UnitWrite(Table, Write(WriteKind.Update, id, [.. draft.Totals, .. PaymentState.Billed.Values])),
            .. draft.State == PaymentState.Billed ? [] : new UnitStep[] { new UnitWrite(Table, Write(WriteKind.Update, id, draft.State.Values)) },
        ];
        units[^1] = [.. units[^1], .. end];
        return units;
    }

    private Guid IdOf(InvoicePlan plan, InvoiceLineDraft line) => DerivedId.For(company, $"{LineTable}/{line.Number}", plan.Invoice.Id);
}
