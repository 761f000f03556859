using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// API v2.0 shows invoices that are not posted among those that are, and under one id before and after (wire-bc 5.2, 6): each open invoice has
// a row of its id there, which follows it until it is posted or deleted. The companion shows posted ones alone.
internal sealed class DraftInvoices(BcSession session)
{
    // A row without a ledger entry stands for an invoice that is not posted.
    public static bool IsDraft(Row invoice) => (int)invoice[PostedInvoiceTable.EntryNumber]! == 0;

    public void Follow(Row header)
    {
        if (header.Text(SalesHeaderTable.DocumentType) != SalesHeaderTable.Invoice)
        {
            return;
        }

        var lines = SalesDocument.LinesOf(session.Data(SalesLineTable.Table), header.Id).ToList();
        var draft = session.Data(PostedInvoiceTable.Table).Find(header.Id) is { } shown
            ? new RowDraft(shown) : new RowDraft(PostedInvoiceTable.Table, header.Id);
        draft[PostedInvoiceTable.Number] = header[SalesHeaderTable.Number];
        draft[PostedInvoiceTable.PostingDate] = header[SalesHeaderTable.PostingDate];
        draft[PostedInvoiceTable.ShipmentDate] = header[SalesHeaderTable.ShipmentDate];
        foreach (var (own, from) in PostedInvoiceTable.Kept)
        {
            draft[own] = header[from];
        }

        draft[PostedInvoiceTable.Discount] = SalesDocument.Sum(lines, SalesLineTable.InvoiceDiscount);
        draft[PostedInvoiceTable.Amount] = SalesDocument.Sum(lines, SalesLineTable.Amount);
        draft[PostedInvoiceTable.AmountIncludingTax] = SalesDocument.Sum(lines, SalesLineTable.AmountIncludingTax);
        draft[PostedInvoiceTable.Tax] =
            (decimal)draft[PostedInvoiceTable.AmountIncludingTax]! - (decimal)draft[PostedInvoiceTable.Amount]!;
        var row = session.Save(draft);
        RemoveLines(row.Id);
        lines.ForEach(line => Show(row, line));
    }

    // The row of an invoice that is being posted, without lines; null when there is none.
    public Row? Take(Guid header)
    {
        if (session.Data(PostedInvoiceTable.Table).Find(header) is not { } shown || !IsDraft(shown))
        {
            return null;
        }

        RemoveLines(header);
        return shown;
    }

    public void Forget(Row header)
    {
        if (Take(header.Id) is { } shown)
        {
            session.Remove(shown);
        }
    }

    private void Show(Row invoice, Row line)
    {
        var draft = new RowDraft(PostedInvoiceLineTable.Table, session.NewId())
        {
            [PostedInvoiceLineTable.DocumentId] = invoice.Id,
            [PostedInvoiceLineTable.Document] = invoice[PostedInvoiceTable.Number],
            [PostedInvoiceLineTable.Sequence] = line[SalesLineTable.Sequence],
            [PostedInvoiceLineTable.Quantity] = line[SalesLineTable.Quantity],
            [PostedInvoiceLineTable.Discount] = line[SalesLineTable.DiscountAmount],
            [PostedInvoiceLineTable.InvoiceDiscount] = line[SalesLineTable.InvoiceDiscount],
            [PostedInvoiceLineTable.Amount] = line[SalesLineTable.Amount],
            [PostedInvoiceLineTable.AmountIncludingTax] = line[SalesLineTable.AmountIncludingTax],
        };
        foreach (var (own, from) in PostedInvoiceLineTable.Kept)
        {
            draft[own] = line[from];
        }

        session.Save(draft);
    }

    private void RemoveLines(Guid invoice)
    {
        foreach (var line in session.Data(PostedInvoiceLineTable.Table).Index(PostedInvoiceLineTable.DocumentId).Equal(invoice).ToList())
        {
            session.Remove(line);
        }
    }
}
