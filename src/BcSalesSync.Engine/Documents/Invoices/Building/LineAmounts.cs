using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Invoices.Building;

/// <summary>What a line of an invoice comes to in Sales, whose prices are without tax (spec/documents.md 5.3). Pure.</summary>
internal sealed record LineAmounts(decimal Quantity, decimal Price, decimal Discount, decimal Tax, decimal Base, decimal Extended)
{
    /// <summary>Decimals of a price in Sales.</summary>
    private const int PriceDecimals = 4;

    private const int AmountDecimals = 2;

    /// <summary>What Sales would work out for the line by itself: price by quantity, less its discount, with tax.</summary>
    public decimal WorkedOut => decimal.Round(Price * Quantity, AmountDecimals, MidpointRounding.AwayFromZero) + Tax - Discount;

    /// <summary>The amounts of a line.</summary>
    public static LineAmounts Of(BcInvoice invoice, Record line)
    {
        var quantity = Number(line, "quantity");
        var amount = Number(line, "amountExcludingTax");
        var tax = Number(line, "amountIncludingTax") - amount;
        var discount = Number(line, "discountAmount");
        var ofInvoice = Number(line, "invoiceDiscountAllocation");
        var price = Number(line, "unitPrice");
        if (invoice.PricesIncludeTax && quantity != 0)
            price -= decimal.Round(tax / quantity, PriceDecimals, MidpointRounding.AwayFromZero);
        price = decimal.Round(price, PriceDecimals, MidpointRounding.AwayFromZero);
        return new LineAmounts(quantity, price, discount, tax, amount + ofInvoice + discount, amount + tax + ofInvoice);
    }

    private static decimal Number(Record line, string column) => line[column].AsNumber() ?? 0;
}
