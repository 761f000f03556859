using BcSalesSync.Engine.Documents.Invoices.Lookups;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Invoices.Building;

/// <summary>Builds the lines of an invoice, last one first as Business Central sends them (spec/documents.md 5.3). Pure.</summary>
internal sealed class InvoiceLinesBuilder(InvoiceLookups lookups, InvoiceFailures failures)
{
    private const string Rounding = "Rounding";
    private const int Step = 10000;

    private static readonly string[] DeliveryParts = ["name", "line1", "line2", "city", "stateorprovince", "postalcode", "country"];

    /// <summary>The lines, or why there are none.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="header">Columns of its row, whose delivery the lines repeat.</param>
    public (IReadOnlyList<InvoiceLineDraft> Lines, PlanFailure? Failure) Build(
        BcInvoice invoice, IReadOnlyList<KeyValuePair<string, FieldValue>> header)
    {
        if (invoice.Lines.Count == 0)
            return ([], failures.NoLines());
        var lines = new List<InvoiceLineDraft>();
        foreach (var line in invoice.Lines.Where(IsSent))
        {
            var (product, failure) = LineProduct.Resolve(line, lookups, failures);
            if (product is null)
                return ([], failure);
            lines.Add(Build(line, product, LineAmounts.Of(invoice, line), header));
        }

        if (RoundingOf(invoice) is var difference && difference != 0)
            lines.Add(Build((int)(invoice.Lines.Max(line => line["sequence"].AsNumber()) ?? 0) + Step, Rounding, difference, header));
        lines.Reverse();
        return (lines, null);
    }

    // Prices are rounded, most of all those that tax was taken out of, so that they do not always add up to what was billed.
    private static decimal RoundingOf(BcInvoice invoice) =>
        invoice.Lines.Select(line => LineAmounts.Of(invoice, line)).Sum(amounts => amounts.Extended - amounts.WorkedOut);

    private static string WrittenIn(Record line) => $"{line["lineObjectNumber"]} {line["description"]}.".Trim();

    private bool IsSent(Record line) => !lookups.Setup.SkipInvoiceComments || !line["lineObjectNumber"].IsEmpty
        || (line["amountIncludingTax"].AsNumber() ?? 0) != 0;

    private InvoiceLineDraft Build(int number, string description, decimal amount, IReadOnlyList<KeyValuePair<string, FieldValue>> header)
    {
        var row = Row(number, header).Set("isproductoverridden", FieldValue.Boolean(true)).Set("productdescription", FieldValue.Text(description))
            .Set("quantity", 1m).Set("priceperunit", amount);
        return new InvoiceLineDraft(number, row.Values, Amounts(amount, amount)) { Price = amount };
    }

    private InvoiceLineDraft Build(
        Record line, LineProduct product, LineAmounts amounts, IReadOnlyList<KeyValuePair<string, FieldValue>> header)
    {
        var number = (int)(line["sequence"].AsNumber() ?? 0);
        var row = Row(number, header).Set("isproductoverridden", FieldValue.Boolean(product.Id is null));
        if (product.Id is null)
            row.Set("productdescription", FieldValue.Text(WrittenIn(line)));
        row.Refer("productid", "product", product.Id).Refer("uomid", "uom", product.Unit)
            .Set("quantity", amounts.Quantity).Set("priceperunit", amounts.Price)
            .Set("manualdiscountamount", amounts.Discount).Set("tax", amounts.Tax);
        return new InvoiceLineDraft(number, row.Values, Amounts(amounts.Base, amounts.Extended))
        {
            Product = product.Id, Unit = product.Unit, Price = amounts.Price,
        };
    }

    private RowDraft Row(int number, IReadOnlyList<KeyValuePair<string, FieldValue>> header)
    {
        var row = new RowDraft(lookups.Lines).Set("lineitemnumber", number).Set("ispriceoverridden", FieldValue.Boolean(true))
            .Set("actualdeliveryon", Of("datedelivered"));
        foreach (var part in DeliveryParts)
            row.Set($"shipto_{part}", Of($"shipto_{part}"));
        return row;

        FieldValue Of(string column) => header.FirstOrDefault(value => value.Key == column).Value;
    }

    private IReadOnlyList<KeyValuePair<string, FieldValue>> Amounts(decimal net, decimal extended) =>
        new RowDraft(lookups.Lines).Set("baseamount", net).Set("extendedamount", extended).Values;
}
