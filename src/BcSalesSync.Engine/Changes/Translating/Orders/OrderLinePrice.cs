using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Orders;

/// <summary>
/// Prices of lines that travel both ways. Sales has them without tax; an order that was written in Business Central for a customer whose prices
/// include it has them with (spec/documents.md 5.3). Its lines tell by their amounts. Pure.
/// </summary>
internal static class OrderLinePrice
{
    private const int SalesDecimals = 4;
    private const int BcDecimals = 5;

    /// <summary>The price of one.</summary>
    public static IComputation Price { get; } = new RecordComputation("OrderLinePrice", candidate => Translation.To(FieldValue.Number(
        candidate.Source.Values.ContainsKey("priceperunit") ? WithTax(candidate.Source, candidate.Counterpart) : WithoutTax(candidate.Source))));

    /// <summary>True for a line of Business Central whose price includes tax.</summary>
    public static bool IncludesTax(Record line)
    {
        var sold = decimal.Round(Of(line, "quantity") * Of(line, "unitPrice"), 2, MidpointRounding.AwayFromZero)
            - Of(line, "discountAmount") - Of(line, "invoiceDiscountAllocation");
        return decimal.Abs(sold - Of(line, "amountIncludingTax")) < decimal.Abs(sold - Of(line, "amountExcludingTax"));
    }

    /// <summary>Price of a line of Business Central for which it comes to an amount without tax.</summary>
    /// <param name="line">The line as it is.</param>
    /// <param name="amount">The amount, before its discounts.</param>
    /// <param name="quantity">Quantity; not 0.</param>
    public static decimal For(Record line, decimal amount, decimal quantity)
    {
        if (!IncludesTax(line))
            return amount / quantity;
        var discounts = Of(line, "discountAmount") + Of(line, "invoiceDiscountAllocation");
        var gross = ((amount - discounts) * (1 + (Of(line, "taxPercent") / 100))) + discounts;
        return decimal.Round(gross / quantity, BcDecimals, MidpointRounding.AwayFromZero);
    }

    private static decimal WithoutTax(Record line)
    {
        var (price, quantity) = (Of(line, "unitPrice"), Of(line, "quantity"));
        return quantity == 0 || !IncludesTax(line) ? price : price - decimal.Round(
            (Of(line, "amountIncludingTax") - Of(line, "amountExcludingTax")) / quantity, SalesDecimals, MidpointRounding.AwayFromZero);
    }

    // A price that stands for the one Business Central has leaves that as it is: the way there and back is rounded.
    private static decimal WithTax(Record sold, Record? line)
    {
        var (price, quantity) = (Of(sold, "priceperunit"), Of(sold, "quantity"));
        if (line is null || quantity == 0 || !IncludesTax(line))
            return price;
        return quantity == Of(line, "quantity") && WithoutTax(line) == price ? Of(line, "unitPrice") : For(line, price * quantity, quantity);
    }

    private static decimal Of(Record record, string column) => record[column].AsNumber() ?? 0;
}
