using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// What is done with documents as a whole.
internal sealed class DocumentDesk(BcSession session)
{
    private readonly DocumentLines _lines = new(session);

    public InvoiceDiscount Discount { get; } = new(session);

    public InvoiceCorrection Correction { get; } = new(session);

    public Row Release(Row header)
    {
        if (header.Text(SalesHeaderTable.Status) == SalesHeaderTable.Released)
        {
            return header;
        }

        FieldTest.HasValue(new RowDraft(header), SalesHeaderTable.Customer);
        var lines = SalesDocument.LinesOf(session.Data(SalesLineTable.Table), header.Id).ToList();
        if (!lines.Exists(line =>
            line.Text(SalesLineTable.Type) != SalesLineTable.Comment && SalesDocument.Of(line, SalesLineTable.Quantity) != 0m))
        {
            throw BcException.Dialog(
                $"There is nothing to release for the document of type {header.Text(SalesHeaderTable.DocumentType)} with the number "
                + $"{header.Text(SalesHeaderTable.Number)}.");
        }

        return Move(header, lines.Exists(IsAwaited) ? SalesHeaderTable.PendingPrepayment : SalesHeaderTable.Released);
    }

    // A prepayment that is not invoiced yet.
    private static bool IsAwaited(Row line) => SalesDocument.Of(line, SalesLineTable.Prepayment) is var due and not 0m
        && due != SalesDocument.Of(line, SalesLineTable.PrepaymentInvoiced);

    public Row Reopen(Row header) =>
        header.Text(SalesHeaderTable.Status) == SalesHeaderTable.Open ? header : Move(header, SalesHeaderTable.Open);

    public void Archive(Row header)
    {
        var type = header.Text(SalesHeaderTable.DocumentType);
        if (type is not (SalesHeaderTable.Quote or SalesHeaderTable.Order))
        {
            throw BcException.Dialog($"A document of type {type} cannot be archived.");
        }

        new DocumentArchive(session).Keep(header);
    }

    // The order has an id and a number of its own; the quote is gone.
    public Guid MakeOrder(Row quote)
    {
        if (quote.Text(SalesHeaderTable.DocumentType) != SalesHeaderTable.Quote)
        {
            throw BcException.Dialog("Only a quote can be made into an order.");
        }

        if (session.FindByKey(CustomerTable.Table, quote.Text(SalesHeaderTable.Customer)) is { } customer)
        {
            CustomerBlock.CheckDocument(customer, SalesHeaderTable.Order);
        }

        var draft = CopyOf(quote);
        draft[SalesHeaderTable.DocumentType] = SalesHeaderTable.Order;
        draft[SalesHeaderTable.Number] = DocumentSeries.Of(SalesHeaderTable.Order).Next(session, SalesHeaderTable.Table);
        draft[SalesHeaderTable.Status] = SalesHeaderTable.Open;
        draft[SalesHeaderTable.QuoteNumber] = quote[SalesHeaderTable.Number];
        draft[SalesHeaderTable.OrderDate] = session.Today;
        var order = session.Save(draft);
        foreach (var line in SalesDocument.LinesOf(session.Data(SalesLineTable.Table), quote.Id).ToList())
        {
            var copy = CopyOf(line);
            copy[SalesLineTable.DocumentId] = order.Id;
            copy[SalesLineTable.DocumentType] = SalesHeaderTable.Order;
            copy[SalesLineTable.Document] = order[SalesHeaderTable.Number];
            LineQuantities.Remaining(copy);
            session.Save(copy);
        }

        foreach (var note in session.Data(SalesNoteTable.Table).Index(SalesNoteTable.DocumentId).Equal(quote.Id).ToList())
        {
            var copy = CopyOf(note);
            copy[SalesNoteTable.DocumentId] = order.Id;
            session.Save(copy);
        }

        _lines.Touch(order);
        new DocumentArchive(session).KeepIfWanted(quote);
        _lines.RemoveAll(quote);
        session.Remove(quote);
        return order.Id;
    }

    // Releases what is still open, then posts.
    public PostingResult Post(Row header, bool ships, bool invoices) =>
        new DocumentPosting(session).Post(Release(header), ships, invoices);

    // The id of the posted shipment.
    public Guid Ship(Row header) => Post(header, ships: true, invoices: false).Shipment?.Id ?? Guid.Empty;

    // The id of the posted invoice; blank when the lines have nothing to invoice.
    public Guid ShipAndInvoice(Row header) => Post(header, ships: true, invoices: true).Invoice?.Id ?? Guid.Empty;

    private RowDraft CopyOf(Row row)
    {
        var copy = new RowDraft(row.Table, session.NewId());
        foreach (var column in row.Table.Columns.Where(column => column.Ordinal > row.Table[BcTable.ModifiedBy].Ordinal))
        {
            copy[column] = row[column];
        }

        return copy;
    }

    private Row Move(Row header, string status)
    {
        var row = session.Save(new RowDraft(header) { [SalesHeaderTable.Status] = status });
        _lines.Touch(row);
        return row;
    }
}
