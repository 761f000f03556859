using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Orders;

/// <summary>
/// Amounts of orders that travel both ways. Sales grants a discount on the whole order as an amount, a percentage or both; Business Central
/// keeps one amount (spec/documents.md 1.11). Amounts of a line leave the discount of the whole out, which Sales takes off below.
/// </summary>
internal static class OrderAmounts
{
    /// <summary>The discount of the whole order, without the part that a percentage in Sales makes up for.</summary>
    public static IComputation Discount { get; } = new RecordComputation("OrderDiscount", ComputeDiscount);

    /// <summary>What an order comes to without tax and freight, which is a line of its own in Business Central.</summary>
    public static IComputation LessFreight { get; } = new RecordComputation(
        "OrderAmountLessFreight",
        candidate => Amount(Of(candidate.Source, "totalAmountExcludingTax") - Of(candidate.Counterpart, "freightamount")));

    /// <summary>The discount of a line: one amount in Business Central, one by the piece and one on the line in Sales.</summary>
    public static IComputation LineDiscount { get; } = new RecordComputation("OrderLineDiscount", candidate => IsInSales(candidate)
        ? Amount((Of(candidate.Source, "quantity") * Of(candidate.Source, "volumediscountamount")) + Of(candidate.Source, "manualdiscountamount"))
        : Amount(Of(candidate.Source, "discountAmount") - (Of(candidate.Source, "quantity") * Of(candidate.Counterpart, "volumediscountamount"))));

    /// <summary>Tax of a line.</summary>
    public static IComputation LineTax { get; } = new RecordComputation(
        "OrderLineTax", candidate => Amount(Tax(candidate.Source)));

    /// <summary>Price of a line before discount and tax.</summary>
    public static IComputation LineBase { get; } = new RecordComputation(
        "OrderLineBase", candidate => Amount(Net(candidate.Source) + Of(candidate.Source, "discountAmount")));

    /// <summary>What a line comes to.</summary>
    public static IComputation LineExtended { get; } = new RecordComputation(
        "OrderLineExtended", candidate => Amount(Net(candidate.Source) + Tax(candidate.Source)));

    private static Translation ComputeDiscount(Candidate candidate)
    {
        if (IsInSales(candidate))
        {
            var order = candidate.Source;
            return Amount(Of(order, "discountamount") + Part(Of(order, "totallineitemamount"), Of(order, "discountpercentage")));
        }

        var granted = Of(candidate.Source, "discountAmount");
        var before = Of(candidate.Source, "totalAmountExcludingTax") + granted - Of(candidate.Counterpart, "freightamount");
        return Amount(granted - Part(before, Of(candidate.Counterpart, "discountpercentage")));
    }

    private static decimal Part(decimal amount, decimal percentage) =>
        decimal.Round(amount * percentage / 100m, 2, MidpointRounding.AwayFromZero);

    private static decimal Net(Record line) => Of(line, "amountExcludingTax") + Of(line, "invoiceDiscountAllocation");

    private static decimal Tax(Record line) => Of(line, "amountIncludingTax") - Of(line, "amountExcludingTax");

    private static bool IsInSales(Candidate candidate) =>
        candidate.Source.Values.ContainsKey("discountamount") || candidate.Source.Values.ContainsKey("manualdiscountamount");

    private static Translation Amount(decimal amount) => Translation.To(FieldValue.Number(amount));

    private static decimal Of(Record? record, string column) => record?[column].AsNumber() ?? 0;
}
