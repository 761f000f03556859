using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Quotes;

/// <summary>
/// The steps by which a quote in Business Central becomes that of a revision: a version of it is kept, it is opened, and header and lines are
/// filled anew (spec/documents.md 4.3). Pure.
/// </summary>
internal sealed class RevisionSteps(BcDocumentForm form)
{
    // What one unit carries (spec/wire-bc.md 3.4).
    private const int MostSteps = 100;
    private const string Discount = "discountAmount";
    private const string Mark = "dataverseId";

    // What a seller left empty this time goes empty, whatever the revision before had.
    private static readonly string[] Cleared = ["externalDocumentNumber", "workDescription", "validUntilDate", "requestedDeliveryDate", Discount];
    private static readonly string[] Fixed = ["documentType"];

    /// <summary>
    /// The steps in units that follow one another. The header comes with the first and names its revision: a takeover that was cut off is told by
    /// it and goes on without keeping another version.
    /// </summary>
    public IReadOnlyList<WriteUnit> Divide(QuotePlan plan, IReadOnlyList<Record> lines)
    {
        var (quote, draft) = (plan.Partner!, plan.Plan.Draft!);
        UnitStep[] steps =
        [
            .. form.IsCompanion ? Opening(quote, plan.Plan.Document.Id) : [],
            Header(quote.Id, [.. Blanks(draft), .. draft.Header.Where(pair => !Fixed.Contains(pair.Key))]),
            .. lines.Select(line => new UnitWrite(form.Lines.Name, new RecordWrite { Kind = WriteKind.Delete, Id = line.Id })),
            .. draft.Lines.Select(line => new UnitWrite(form.Lines.Name, new RecordWrite
            {
                Kind = WriteKind.Create, Values = [new("documentId", FieldValue.Id(quote.Id)), .. line],
            })),
            .. draft.Discount == 0 ? [] : new UnitStep[] { Header(quote.Id, [new(Discount, FieldValue.Number(draft.Discount))]) },
        ];
        return [.. steps.Chunk(MostSteps).Select(chunk => new WriteUnit(chunk))];
    }

    private IEnumerable<UnitStep> Opening(Record quote, Guid revision)
    {
        if (quote[Mark].AsId() != revision)
            yield return new UnitAction(form.Headers.Name, quote.Id, "archive");
        if (quote["status"].AsText() is not "Open")
            yield return new UnitAction(form.Headers.Name, quote.Id, "reopen");
    }

    private IEnumerable<KeyValuePair<string, FieldValue>> Blanks(DocumentDraft draft) =>
        from column in Cleared
        where form.Headers.Columns.TryGetValue(column, out var found) && found.CanUpdate && draft.Header.All(pair => pair.Key != column)
        select KeyValuePair.Create(column, column == Discount ? FieldValue.Number(0) : FieldValue.Empty);

    private UnitWrite Header(Guid id, IReadOnlyList<KeyValuePair<string, FieldValue>> values) =>
        new(form.Headers.Name, new RecordWrite { Kind = WriteKind.Update, Id = id, Values = values });
}
