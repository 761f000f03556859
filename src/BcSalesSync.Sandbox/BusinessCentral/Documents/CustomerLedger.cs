using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Posts and settles customer ledger entries.
internal sealed class CustomerLedger(BcSession session)
{
    public const string EntryCounter = "bc.series.custledgerentry";
    public const string DetailedCounter = "bc.series.detailedcustledgerentry";

    public Row? Find(string documentType, string number) =>
        session.Data(CustomerLedgerTable.Table).Index(CustomerLedgerTable.Document).Equal(number)
            .FirstOrDefault(entry => entry.Text(CustomerLedgerTable.DocumentType) == documentType);

    public decimal Remaining(Row entry) => LedgerSums.Remaining(session.Data(DetailedLedgerTable.Table), entry, DetailedLedgerTable.Amount);

    public Row Post(string documentType, string number, Row invoice, decimal amount, decimal salesLocal)
    {
        var isInvoice = documentType == CustomerLedgerTable.Invoice;
        var local = ToLocal(amount, invoice);
        var date = isInvoice ? (DateOnly)invoice[PostedInvoiceTable.PostingDate]! : session.Today;
        var entry = session.Save(new RowDraft(CustomerLedgerTable.Table, session.NewId())
        {
            [CustomerLedgerTable.EntryNumber] = (int)session.NextOf(EntryCounter),
            [CustomerLedgerTable.Customer] = Of(invoice, SalesHeaderTable.BillToCustomer),
            [CustomerLedgerTable.PostingDate] = date,
            [CustomerLedgerTable.DocumentType] = documentType,
            [CustomerLedgerTable.Document] = number,
            [CustomerLedgerTable.Description] = $"{documentType} {number}",
            [CustomerLedgerTable.Currency] = Of(invoice, SalesHeaderTable.Currency),
            [CustomerLedgerTable.Amount] = amount,
            [CustomerLedgerTable.AmountLocal] = local,
            [CustomerLedgerTable.DueDate] = isInvoice ? Of(invoice, SalesHeaderTable.DueDate) : date,
            [CustomerLedgerTable.Open] = true,
            [CustomerLedgerTable.SalesLocal] = salesLocal,
        });
        Detail(entry, DetailedLedgerTable.Initial, amount, local, 0, entry);
        return entry;
    }

    // Settles as much of the invoice as the other entry, a payment or a credit memo, has left.
    public void Apply(Row entry, Row invoice)
    {
        var amount = Math.Min(Remaining(invoice), -Remaining(entry));
        if (amount <= 0m)
        {
            return;
        }

        var share = (decimal)invoice[CustomerLedgerTable.Amount]! is var whole && whole == 0m
            ? 0m
            : Math.Round(amount * (decimal)invoice[CustomerLedgerTable.AmountLocal]! / whole, 2, MidpointRounding.AwayFromZero);
        var applied = (int)entry[CustomerLedgerTable.EntryNumber]!;
        Detail(invoice, DetailedLedgerTable.Application, -amount, -share, applied, entry);
        Detail(entry, DetailedLedgerTable.Application, amount, share, applied, entry);
        Settle(invoice);
        Settle(entry);
    }

    // Takes back every application to the invoice; false when there is none.
    public bool Unapply(Row invoice)
    {
        var applied = Applications(invoice).Select(detail => (int)detail[DetailedLedgerTable.Applied]!).Distinct().ToList();
        foreach (var number in applied)
        {
            var entry = session.Data(CustomerLedgerTable.Table).FindBy(CustomerLedgerTable.EntryNumber, number)!;
            foreach (var detail in Applications(invoice).Concat(Applications(entry))
                .Where(detail => Equals(detail[DetailedLedgerTable.Applied], number)).ToList())
            {
                Reverse(detail, entry);
            }

            Settle(entry);
        }

        Settle(invoice);
        return applied.Count > 0;
    }

    private static object? Of(Row invoice, Tables.Column column) => invoice[invoice.Table[column.Name]];

    private decimal ToLocal(decimal amount, Row invoice) =>
        new DocumentMoney(session).ToLocal(amount, (decimal)Of(invoice, SalesHeaderTable.CurrencyFactor)!);

    private List<Row> Applications(Row entry) =>
    [
        .. session.Data(DetailedLedgerTable.Table).Index(DetailedLedgerTable.LedgerEntry).Equal(entry[CustomerLedgerTable.EntryNumber])
            .Where(detail => detail.Text(DetailedLedgerTable.EntryType) == DetailedLedgerTable.Application
                && !(bool)detail[DetailedLedgerTable.Unapplied]!),
    ];

    private void Reverse(Row detail, Row document)
    {
        session.Save(new RowDraft(detail) { [DetailedLedgerTable.Unapplied] = true });
        var entry = session.Data(CustomerLedgerTable.Table)
            .FindBy(CustomerLedgerTable.EntryNumber, detail[DetailedLedgerTable.LedgerEntry])!;
        var reversed = Detail(
            entry, DetailedLedgerTable.Application, -(decimal)detail[DetailedLedgerTable.Amount]!,
            -(decimal)detail[DetailedLedgerTable.AmountLocal]!, (int)detail[DetailedLedgerTable.Applied]!, document);
        session.Save(new RowDraft(reversed) { [DetailedLedgerTable.Unapplied] = true });
    }

    private void Settle(Row entry)
    {
        var current = session.Data(CustomerLedgerTable.Table).Find(entry.Id)!;
        var isOpen = Remaining(current) != 0m;
        if ((bool)current[CustomerLedgerTable.Open]! != isOpen)
        {
            session.Save(new RowDraft(current) { [CustomerLedgerTable.Open] = isOpen });
        }
    }

    private Row Detail(Row entry, string entryType, decimal amount, decimal local, int applied, Row document) => session.Save(
        new RowDraft(DetailedLedgerTable.Table, session.NewId())
        {
            [DetailedLedgerTable.EntryNumber] = (int)session.NextOf(DetailedCounter),
            [DetailedLedgerTable.LedgerEntry] = entry[CustomerLedgerTable.EntryNumber],
            [DetailedLedgerTable.Customer] = entry[CustomerLedgerTable.Customer],
            [DetailedLedgerTable.EntryType] = entryType,
            [DetailedLedgerTable.PostingDate] = session.Today,
            [DetailedLedgerTable.DocumentType] = document[CustomerLedgerTable.DocumentType],
            [DetailedLedgerTable.Document] = document[CustomerLedgerTable.Document],
            [DetailedLedgerTable.Currency] = entry[CustomerLedgerTable.Currency],
            [DetailedLedgerTable.Amount] = amount,
            [DetailedLedgerTable.AmountLocal] = local,
            [DetailedLedgerTable.Applied] = applied,
        });
}
