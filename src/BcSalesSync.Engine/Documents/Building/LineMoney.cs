using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>
/// Money of a line as Business Central takes it, without tax: that of an item whose price includes tax has the tax taken out of its price and
/// its discount (spec/documents.md 1.6). Pure.
/// </summary>
/// <param name="Price">Price of one.</param>
/// <param name="Discount">Discount of the line.</param>
/// <param name="Sold">What Sales has for the line before the discount of the whole.</param>
/// <param name="Net">The same without tax.</param>
internal sealed record LineMoney(decimal Price, decimal Discount, decimal Sold, decimal Net)
{
    private const int PriceDecimals = 5;
    private const int AmountDecimals = 2;

    /// <summary>Money of a line of Sales.</summary>
    /// <param name="line">The line.</param>
    /// <param name="taxPercent">Tax that is in the price; 0 for a price without.</param>
    public static LineMoney Of(Record line, decimal taxPercent)
    {
        var (quantity, price) = (Number(line, "quantity"), Number(line, "priceperunit"));
        var discount = (quantity * Number(line, "volumediscountamount")) + Number(line, "manualdiscountamount");
        var sold = (quantity * price) - discount;
        if (taxPercent == 0)
            return new LineMoney(price, discount, sold, sold);
        var rate = 1 + (taxPercent / 100);
        return new LineMoney(
            decimal.Round(price / rate, PriceDecimals, MidpointRounding.AwayFromZero),
            decimal.Round(discount / rate, AmountDecimals, MidpointRounding.AwayFromZero),
            sold,
            sold / rate);
    }

    private static decimal Number(Record line, string column) => line[column].AsNumber() ?? 0;
}
