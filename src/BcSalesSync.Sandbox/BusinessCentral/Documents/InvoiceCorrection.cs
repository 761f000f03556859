using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Payments of posted invoices, and the credit memos that give some back or cancel one.
internal sealed class InvoiceCorrection(BcSession session)
{
    private readonly CustomerLedger _ledger = new(session);

    public void ReceivePayment(Row invoice, decimal amount)
    {
        if (amount <= 0m)
        {
            throw BcException.Dialog("There is nothing to post.");
        }

        var payment = _ledger.Post(
            CustomerLedgerTable.Payment, DocumentSeries.Payment.Next(session, PostedInvoiceTable.Table), invoice, -amount, 0m);
        _ledger.Apply(payment, EntryOf(invoice));
    }

    public void Unapply(Row invoice)
    {
        if (!_ledger.Unapply(EntryOf(invoice)))
        {
            throw BcException.Dialog($"There is no application entry for invoice {invoice.Text(PostedInvoiceTable.Number)}.");
        }
    }

    // Money is given back without goods and without cancelling the invoice; the number of the credit memo.
    public string Credit(Row invoice, decimal amount)
    {
        if (amount <= 0m || amount > (decimal)invoice[PostedInvoiceTable.AmountIncludingTax]!)
        {
            throw BcException.Dialog("The amount of a credit memo lies between nothing and the amount of its invoice.");
        }

        return new CreditMemos(session).Post(invoice, EntryOf(invoice), amount, cancels: false).Text(CreditMemoTable.Number);
    }

    // Goods come back; the invoice stays, marked as cancelled.
    public void Cancel(Row invoice)
    {
        var number = invoice.Text(PostedInvoiceTable.Number);
        var entry = EntryOf(invoice);
        if ((bool)invoice[PostedInvoiceTable.Cancelled]!)
        {
            throw BcException.Dialog($"You cannot cancel posted sales invoice {number} because it has already been cancelled.");
        }

        if (_ledger.Remaining(entry) != (decimal)entry[CustomerLedgerTable.Amount]!)
        {
            throw BcException.Dialog($"You cannot cancel posted sales invoice {number} because it is fully or partially paid.");
        }

        var memo = new CreditMemos(session).Post(invoice, entry, (decimal)invoice[PostedInvoiceTable.AmountIncludingTax]!, cancels: true);
        foreach (var line in session.Data(PostedInvoiceLineTable.Table).Index(PostedInvoiceLineTable.DocumentId).Equal(invoice.Id).ToList())
        {
            new ShipmentPosting(session).Move(
                line, -(decimal)line[PostedInvoiceLineTable.Quantity]!, "Sales Credit Memo", memo.Text(CreditMemoTable.Number));
        }

        session.Save(new RowDraft(invoice) { [PostedInvoiceTable.Cancelled] = true });
    }

    private Row EntryOf(Row invoice) =>
        _ledger.Find(CustomerLedgerTable.Invoice, invoice.Text(PostedInvoiceTable.Number))
        ?? throw BcException.Dialog($"Invoice {invoice.Text(PostedInvoiceTable.Number)} has no customer ledger entry.");
}
