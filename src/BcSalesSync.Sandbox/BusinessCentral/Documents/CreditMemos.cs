using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Posts credit memos of invoices and applies them: of all of an invoice, which cancels it, or of so much of it.
internal sealed class CreditMemos(BcSession session)
{
    private readonly CustomerLedger _ledger = new(session);
    private readonly DocumentMoney _money = new(session);

    // The amount is with VAT.
    public Row Post(Row invoice, Row entry, decimal amount, bool cancels)
    {
        var whole = (decimal)invoice[PostedInvoiceTable.AmountIncludingTax]!;
        var currency = invoice.Text(invoice.Table[SalesHeaderTable.Currency.Name]);
        var net = whole == 0m ? 0m : _money.Round((decimal)invoice[PostedInvoiceTable.Amount]! * amount / whole, currency);
        var sales = whole == 0m ? 0m : _money.Round((decimal)entry[CustomerLedgerTable.SalesLocal]! * amount / whole, "");
        var draft = new RowDraft(CreditMemoTable.Table, session.NewId())
        {
            [CreditMemoTable.Number] = DocumentSeries.PostedCreditMemo.Next(session, CreditMemoTable.Table),
            [CreditMemoTable.PostingDate] = session.Today,
            [CreditMemoTable.InvoiceId] = invoice.Id,
            [CreditMemoTable.Invoice] = invoice[PostedInvoiceTable.Number],
            [CreditMemoTable.Cancels] = cancels,
            [CreditMemoTable.Amount] = net,
            [CreditMemoTable.Tax] = amount - net,
            [CreditMemoTable.AmountIncludingTax] = amount,
        };
        foreach (var (own, _) in CreditMemoTable.Kept)
        {
            draft[own] = invoice[invoice.Table[own.Name]];
        }

        var memo = _ledger.Post(CustomerLedgerTable.CreditMemo, draft.Text(CreditMemoTable.Number), invoice, -amount, -sales);
        _ledger.Apply(memo, entry);
        draft[CreditMemoTable.EntryNumber] = memo[CustomerLedgerTable.EntryNumber];
        return session.Save(draft);
    }
}
