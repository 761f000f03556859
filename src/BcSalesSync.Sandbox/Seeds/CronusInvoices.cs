using System.Globalization;
using BcSalesSync.Sandbox.BusinessCentral.Documents;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Seeds;

// What was invoiced before the seed "cronus" begins: hours of one resource, paid by one customer and owed by the other.
internal sealed class CronusInvoices(DataStore store, BcRowWriter rows, DateTimeOffset moment)
{
    private const decimal Price = 100m;
    private const decimal TaxPercent = 25m;

    private static readonly string[] Blocks = ["sellTo", "billTo", "shipTo"];
    private static readonly string[] Names = ["customerName", "billToName", "shipToName"];

    private readonly DateOnly _today = DateOnly.FromDateTime(moment.UtcDateTime);

    private int _entries;
    private int _details;

    public void Load()
    {
        Put(1, "C40000", hours: 8m, daysAgo: 45, isPaid: true);
        Put(2, "C80000", hours: 5m, daysAgo: 20, isPaid: false);
        store.SetCounter(DocumentSeries.PostedInvoice.Counter, 2);
        store.SetCounter(DocumentSeries.Payment.Counter, 1);
        store.SetCounter(CustomerLedger.EntryCounter, _entries);
        store.SetCounter(CustomerLedger.DetailedCounter, _details);
    }

    private void Put(int running, string customerNumber, decimal hours, int daysAgo, bool isPaid)
    {
        var number = DocumentSeries.PostedInvoice.Numbered(running);
        var (date, net) = (_today.AddDays(-daysAgo), hours * Price);
        var tax = net * TaxPercent / 100m;
        var entry = PutEntry(
            customerNumber, CustomerLedgerTable.Invoice, number, date, net + tax, isOpen: !isPaid,
            (CustomerLedgerTable.SalesLocal, net), (CustomerLedgerTable.DueDate, date.AddDays(30)));
        PutInvoice(number, customerNumber, date, (net, tax), entry);
        PutLine(number, hours, (net, tax));
        if (isPaid)
        {
            var payment = PutEntry(
                customerNumber, CustomerLedgerTable.Payment, DocumentSeries.Payment.Numbered(1), date.AddDays(10), -net - tax,
                isOpen: false);
            PutDetail(entry, customerNumber, DetailedLedgerTable.Application, -net - tax, payment);
            PutDetail(payment, customerNumber, DetailedLedgerTable.Application, net + tax, payment);
        }
    }

    private void PutInvoice(string number, string customerNumber, DateOnly date, (decimal Net, decimal Tax) amount, Row entry)
    {
        var table = PostedInvoiceTable.Table;
        var customer = store[CustomerTable.Table].FindBy(CustomerTable.Number, customerNumber)!;
        var address = Blocks.SelectMany(block => new (Column, object)[]
        {
            (table[block + "AddressLine1"], customer[CustomerTable.Address]!), (table[block + "City"], customer[CustomerTable.City]!),
            (table[block + "PostCode"], customer[CustomerTable.PostCode]!), (table[block + "Country"], customer[CustomerTable.Country]!),
        });
        var names = Names.Select(name => ((Column, object))(table[name], customer[CustomerTable.Name]!));
        rows.Put(
            table, number,
            [
                (PostedInvoiceTable.Number, number), (table["customerId"], customer.Id), (table["customerNumber"], customerNumber),
                (table["billToCustomerId"], customer.Id), (table["billToCustomerNumber"], customerNumber), .. names, .. address,
                (PostedInvoiceTable.PostingDate, date), (table["invoiceDate"], date), (PostedInvoiceTable.ShipmentDate, date),
                (table["dueDate"], date.AddDays(30)), (table["paymentTermsCode"], customer[CustomerTable.PaymentTerms]!),
                (table["paymentTermsId"], customer[CustomerTable.PaymentTermsId]!),
                (table["shippingAgentCode"], customer[CustomerTable.ShippingAgent]!),
                (table["salesperson"], customer[CustomerTable.Salesperson]!), (PostedInvoiceTable.Amount, amount.Net),
                (PostedInvoiceTable.Tax, amount.Tax), (PostedInvoiceTable.AmountIncludingTax, amount.Net + amount.Tax),
                (PostedInvoiceTable.EntryNumber, entry[CustomerLedgerTable.EntryNumber]!),
            ]);
    }

    private void PutLine(string number, decimal hours, (decimal Net, decimal Tax) amount)
    {
        var table = PostedInvoiceLineTable.Table;
        rows.Put(
            table, number + "/10000", (PostedInvoiceLineTable.DocumentId, BcRowWriter.IdOf(PostedInvoiceTable.Table, number)),
            (PostedInvoiceLineTable.Document, number), (PostedInvoiceLineTable.Sequence, 10_000),
            (table["lineType"], SalesLineTable.Resource), (table["lineObjectNumber"], "KATHERINE"),
            (table["description"], "Katherine Hull"),
            (table["unitOfMeasureCode"], "HOUR"), (table["qtyPerUnitOfMeasure"], 1m), (table["unitPrice"], Price),
            (table["taxPercent"], TaxPercent), (PostedInvoiceLineTable.Quantity, hours), (PostedInvoiceLineTable.Amount, amount.Net),
            (PostedInvoiceLineTable.AmountIncludingTax, amount.Net + amount.Tax));
    }

    private Row PutEntry(
        string customer, string type, string document, DateOnly date, decimal amount, bool isOpen,
        params (Column Column, object Value)[] more)
    {
        var number = ++_entries;
        var entry = rows.Put(
            CustomerLedgerTable.Table, number.ToString(CultureInfo.InvariantCulture),
            [
                (CustomerLedgerTable.EntryNumber, number), (CustomerLedgerTable.Customer, customer),
                (CustomerLedgerTable.PostingDate, date),
                (CustomerLedgerTable.DocumentType, type), (CustomerLedgerTable.Document, document),
                (CustomerLedgerTable.Description, $"{type} {document}"), (CustomerLedgerTable.Amount, amount),
                (CustomerLedgerTable.AmountLocal, amount), (CustomerLedgerTable.DueDate, date), (CustomerLedgerTable.Open, isOpen), .. more,
            ]);
        PutDetail(entry, customer, DetailedLedgerTable.Initial, amount, null);
        return entry;
    }

    private void PutDetail(Row entry, string customer, string type, decimal amount, Row? applied)
    {
        var number = ++_details;
        var document = applied ?? entry;
        rows.Put(
            DetailedLedgerTable.Table, number.ToString(CultureInfo.InvariantCulture), (DetailedLedgerTable.EntryNumber, number),
            (DetailedLedgerTable.LedgerEntry, entry[CustomerLedgerTable.EntryNumber]!), (DetailedLedgerTable.Customer, customer),
            (DetailedLedgerTable.EntryType, type), (DetailedLedgerTable.PostingDate, document[CustomerLedgerTable.PostingDate]!),
            (DetailedLedgerTable.DocumentType, document[CustomerLedgerTable.DocumentType]!),
            (DetailedLedgerTable.Document, document[CustomerLedgerTable.Document]!), (DetailedLedgerTable.Amount, amount),
            (DetailedLedgerTable.AmountLocal, amount), (DetailedLedgerTable.Applied, applied?[CustomerLedgerTable.EntryNumber] ?? 0));
    }
}
