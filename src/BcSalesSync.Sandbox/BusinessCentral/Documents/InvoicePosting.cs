using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Makes posted invoices and the ledger entries of what is owed.
internal sealed class InvoicePosting(BcSession session)
{
    private const int LineStep = 10_000;

    private readonly DocumentMoney _money = new(session);

    // An invoice of no order in particular numbers its lines itself.
    public Row Post(RowDraft header, Row? order, IReadOnlyList<PostedLine> lines)
    {
        var draft = new DraftInvoices(session).Take(header.Id) is { } open
            ? new RowDraft(open) : new RowDraft(PostedInvoiceTable.Table, session.NewId());
        draft[PostedInvoiceTable.Number] = DocumentSeries.PostedInvoice.Next(session, PostedInvoiceTable.Table);
        draft[PostedInvoiceTable.OrderId] = order?.Id ?? Guid.Empty;
        draft[PostedInvoiceTable.Order] = order?[SalesHeaderTable.Number] ?? "";
        draft[PostedInvoiceTable.PostingDate] = header[SalesHeaderTable.PostingDate];
        draft[PostedInvoiceTable.ShipmentDate] = header[SalesHeaderTable.ShipmentDate];
        foreach (var (own, from) in PostedInvoiceTable.Kept)
        {
            draft[own] = header[from];
        }

        var currency = header.Text(SalesHeaderTable.Currency);
        var posted = lines.Select((line, i) => PostLine(draft, line, currency, order is null ? (i + 1) * LineStep : null)).ToList();
        draft[PostedInvoiceTable.Discount] = Sum(posted, PostedInvoiceLineTable.InvoiceDiscount);
        draft[PostedInvoiceTable.Amount] = Sum(posted, PostedInvoiceLineTable.Amount);
        draft[PostedInvoiceTable.AmountIncludingTax] = Sum(posted, PostedInvoiceLineTable.AmountIncludingTax);
        draft[PostedInvoiceTable.Tax] =
            (decimal)draft[PostedInvoiceTable.AmountIncludingTax]! - (decimal)draft[PostedInvoiceTable.Amount]!;
        var sales = _money.ToLocal((decimal)draft[PostedInvoiceTable.Amount]!, (decimal)header[SalesHeaderTable.CurrencyFactor]!);
        var entry = new CustomerLedger(session).Post(
            CustomerLedgerTable.Invoice, draft.Text(PostedInvoiceTable.Number), draft.ToRow(),
            (decimal)draft[PostedInvoiceTable.AmountIncludingTax]!, sales);
        draft[PostedInvoiceTable.EntryNumber] = entry[CustomerLedgerTable.EntryNumber];
        return session.Save(draft);
    }

    private static decimal Sum(List<Row> lines, Column column) => lines.Sum(line => (decimal)line[column]!);

    private Row PostLine(RowDraft invoice, PostedLine posted, string currency, int? sequence)
    {
        var line = posted.Line;
        var draft = new RowDraft(PostedInvoiceLineTable.Table, session.NewId())
        {
            [PostedInvoiceLineTable.DocumentId] = invoice.Id,
            [PostedInvoiceLineTable.Document] = invoice[PostedInvoiceTable.Number],
            [PostedInvoiceLineTable.Sequence] = sequence ?? line[SalesLineTable.Sequence],
            [PostedInvoiceLineTable.Quantity] = posted.Invoice,
            [PostedInvoiceLineTable.Discount] = Part(posted, SalesLineTable.DiscountAmount, currency),
            [PostedInvoiceLineTable.InvoiceDiscount] = Part(posted, SalesLineTable.InvoiceDiscount, currency),
            [PostedInvoiceLineTable.Amount] = Part(posted, SalesLineTable.Amount, currency),
            [PostedInvoiceLineTable.AmountIncludingTax] = Part(posted, SalesLineTable.AmountIncludingTax, currency),
            [PostedInvoiceLineTable.Order] = line[SalesLineTable.Document],
            [PostedInvoiceLineTable.OrderLine] = line[SalesLineTable.Sequence],
        };
        foreach (var (own, from) in PostedInvoiceLineTable.Kept)
        {
            draft[own] = line[from];
        }

        return session.Save(draft);
    }

    // The share of what is billed now; the shares of all invoices add up to the whole.
    private decimal Part(PostedLine posted, Column column, string currency)
    {
        var quantity = SalesDocument.Of(posted.Line, SalesLineTable.Quantity);
        if (quantity == 0m)
        {
            return 0m;
        }

        var before = SalesDocument.Of(posted.Line, SalesLineTable.Invoiced);
        var whole = SalesDocument.Of(posted.Line, column);
        return _money.Round(whole * (before + posted.Invoice) / quantity, currency) - _money.Round(whole * before / quantity, currency);
    }
}
