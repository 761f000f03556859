using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Lines of sales documents: product, quantities, prices, discounts, and the status of their document (documents 1.6, 1.8).
internal sealed class SalesLineRules(BcSession session) : ITableRules
{
    private const int LineStep = 10_000;

    // What a released document still lets through.
    private static readonly Column[] AlwaysOpen =
    [
        SalesLineTable.Description, SalesLineTable.Description2, SalesLineTable.ToShip, SalesLineTable.ToInvoice,
        SalesLineTable.AttachedTo,
    ];

    private readonly DocumentLines _document = new(session);
    private readonly InvoiceDiscount _discount = new(session);
    private readonly LineReservation _reservation = new(session);
    private readonly LineAmounts _amounts = new(new DocumentMoney(session));

    public void Creating(RowDraft draft) => draft[SalesLineTable.AllowInvoiceDiscount] = true;

    public void Validated(RowDraft draft, Column column)
    {
        if (column == SalesLineTable.DocumentId)
        {
            TakeDocument(draft);
            return;
        }

        var header = HeaderOf(draft);
        if (!draft.IsNew && draft.Changed(column) && !AlwaysOpen.Contains(column))
        {
            DocumentStatus.TestOpen(header);
        }

        Apply(draft, column, header);
        _amounts.Total(draft, header);
    }

    public void Inserting(RowDraft draft)
    {
        DocumentStatus.TestOpen(HeaderOf(draft));
        var lines = SalesDocument.LinesOf(session.Data(SalesLineTable.Table), (Guid)draft[SalesLineTable.DocumentId]!).ToList();
        if ((int)draft[SalesLineTable.Sequence]! == 0)
        {
            draft[SalesLineTable.Sequence] = (lines.Count == 0 ? 0 : (int)lines[^1][SalesLineTable.Sequence]!) + LineStep;
        }
        else if (lines.Exists(line => Equals(line[SalesLineTable.Sequence], draft[SalesLineTable.Sequence])))
        {
            throw BcException.Dialog("You cannot insert a line because a line already exists.");
        }
    }

    public void Inserted(Row row) => DocumentChanged(row);

    public void Modified(Row before, Row after) => DocumentChanged(after);

    public void Deleting(Row row)
    {
        DocumentStatus.TestOpen(HeaderOf(new RowDraft(row)));
        FieldTest.IsEqual(new RowDraft(row), SalesLineTable.NotInvoiced, 0m);
    }

    public void Deleted(Row row)
    {
        var id = (Guid)row[SalesLineTable.DocumentId]!;
        foreach (var attached in SalesDocument.LinesOf(session.Data(SalesLineTable.Table), id)
            .Where(line => Equals(line[SalesLineTable.AttachedTo], row[SalesLineTable.Sequence])).ToList())
        {
            session.Remove(attached);
        }

        DocumentChanged(row);
    }

    private void TakeDocument(RowDraft draft)
    {
        if (!draft.IsNew && draft.Changed(SalesLineTable.DocumentId))
        {
            throw BcException.Dialog("The value for \"documentId\" cannot be modified.");
        }

        var header = HeaderOf(draft);
        draft[SalesLineTable.DocumentType] = header[SalesHeaderTable.DocumentType];
        draft[SalesLineTable.Document] = header[SalesHeaderTable.Number];
        draft[SalesLineTable.RequestedDeliveryDate] = header[SalesHeaderTable.RequestedDeliveryDate];
        draft[SalesLineTable.ShipmentDate] = header[SalesHeaderTable.ShipmentDate];
        draft[SalesLineTable.Location] = header[SalesHeaderTable.Location];
    }

    private void Apply(RowDraft draft, Column column, Row header)
    {
        if (column == SalesLineTable.Sequence && !draft.IsNew && draft.Changed(column))
        {
            throw BcException.Dialog("The value for sequence cannot be modified. Delete and insert the line again.");
        }

        if (column == SalesLineTable.Type && draft.Changed(column) && draft.Text(column) == SalesLineTable.Comment)
        {
            draft[SalesLineTable.Quantity] = 0m;
            draft[SalesLineTable.UnitPrice] = 0m;
            LineQuantities.Ordered(draft);
        }
        else if (column == SalesLineTable.Number)
        {
            new LineProduct(session).Fill(draft, header);
            _reservation.TakePolicy(draft, header);
            _amounts.DiscountFromPercent(draft, header);
        }
        else if (column == SalesLineTable.Unit)
        {
            new LineProduct(session).ApplyUnit(draft, header);
            _amounts.DiscountFromPercent(draft, header);
        }
        else
        {
            ApplyNumbers(draft, column, header);
        }
    }

    private void ApplyNumbers(RowDraft draft, Column column, Row header)
    {
        if (column == SalesLineTable.Quantity)
        {
            TestHasNumber(draft);
            LineQuantities.Ordered(draft);
            _reservation.Reserve(draft);
            _amounts.DiscountFromPercent(draft, header);
        }
        else if (column == SalesLineTable.UnitPrice || column == SalesLineTable.DiscountPercent)
        {
            _amounts.DiscountFromPercent(draft, header);
        }
        else if (column == SalesLineTable.DiscountAmount)
        {
            _amounts.PercentFromDiscount(draft, header);
        }
        else if (column == SalesLineTable.ToShip)
        {
            LineQuantities.ToShip(draft);
        }
        else if (column == SalesLineTable.ToInvoice)
        {
            LineQuantities.ToInvoice(draft);
        }
    }

    private static void TestHasNumber(RowDraft draft)
    {
        if ((decimal)draft[SalesLineTable.Quantity]! != 0m)
        {
            FieldTest.HasValue(draft, SalesLineTable.Type);
            FieldTest.HasValue(draft, SalesLineTable.Number);
        }
    }

    private Row HeaderOf(RowDraft draft) => (Guid)draft[SalesLineTable.DocumentId]! is var id && id != Guid.Empty
        ? session.Data(SalesHeaderTable.Table).Find(id) ?? throw BcException.Refused(
            "Internal_RecordNotFound", BcException.NotFound(SalesHeaderTable.Table.Caption, id).Message)
        : throw BcException.Dialog("You must specify a Document Id for the line.");

    private void DocumentChanged(Row line)
    {
        if (session.Data(SalesHeaderTable.Table).Find((Guid)line[SalesLineTable.DocumentId]!) is { } header)
        {
            _discount.Spread(header);
            _document.Touch(header);
        }
    }
}
