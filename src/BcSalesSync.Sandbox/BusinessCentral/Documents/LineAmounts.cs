using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// The sums of a line: quantity and price, less line and invoice discount, without and with VAT.
internal sealed class LineAmounts(DocumentMoney money)
{
    public static decimal Of(RowDraft line, Tables.Column column) => (decimal)line[column]!;

    public decimal Gross(RowDraft line, Row header) =>
        money.Round(Of(line, SalesLineTable.Quantity) * Of(line, SalesLineTable.UnitPrice), header.Text(SalesHeaderTable.Currency));

    public void DiscountFromPercent(RowDraft line, Row header) => line[SalesLineTable.DiscountAmount] = money.Round(
        Gross(line, header) * Of(line, SalesLineTable.DiscountPercent) / 100m, header.Text(SalesHeaderTable.Currency));

    public void PercentFromDiscount(RowDraft line, Row header)
    {
        line[SalesLineTable.DiscountAmount] = money.Round(
            Of(line, SalesLineTable.DiscountAmount), header.Text(SalesHeaderTable.Currency));
        var gross = Gross(line, header);
        line[SalesLineTable.DiscountPercent] =
            gross == 0m ? 0m : DocumentMoney.RoundPrice(Of(line, SalesLineTable.DiscountAmount) / gross * 100m);
    }

    // What is left of quantity by price after both discounts; with VAT or without, as the prices of the document are.
    public decimal Discounted(RowDraft line, Row header) =>
        Gross(line, header) - Of(line, SalesLineTable.DiscountAmount) - Of(line, SalesLineTable.InvoiceDiscount);

    public void Total(RowDraft line, Row header)
    {
        var currency = header.Text(SalesHeaderTable.Currency);
        var net = Discounted(line, header);
        var rate = 1m + (Of(line, SalesLineTable.TaxPercent) / 100m);
        var includesTax = (bool)header[SalesHeaderTable.PricesIncludeTax]!;
        line[SalesLineTable.Amount] = includesTax ? money.Round(net / rate, currency) : net;
        line[SalesLineTable.AmountIncludingTax] = includesTax ? net : money.Round(net * rate, currency);
    }
}
