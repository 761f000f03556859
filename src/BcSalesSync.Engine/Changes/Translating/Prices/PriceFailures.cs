using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes.Translating.Prices;

/// <summary>What is wrong with the currencies of prices.</summary>
internal static class PriceFailures
{
    /// <summary>The prices of a list are in several currencies.</summary>
    public static PlanFailure MixedCurrencies(IEnumerable<FieldValue> codes) => new(
        FailureClass.Data,
        "BcSync.Price.MixedCurrencies",
        $"The prices of the list are in several currencies ({string.Join(", ", codes.Select(Shown).Order(StringComparer.Ordinal))}), "
            + "and a price list in Sales has one.",
        "Keep the prices of each currency in a list of their own.");

    /// <summary>The currency of a list changed after it came into being in Sales.</summary>
    public static PlanFailure CurrencyChanged(FieldValue code) => new(
        FailureClass.Data,
        "BcSync.Price.CurrencyChanged",
        $"The prices of the list are now in {Shown(code)}, and the currency of a price list in Sales cannot change.",
        "Change the currency back, or remove the coupling with Remove-BcCoupling and create the list in Sales again.");

    /// <summary>A price is in another currency than its list in Sales.</summary>
    public static PlanFailure OtherCurrency(FieldValue code) => new(
        FailureClass.Data,
        "BcSync.Price.OtherCurrency",
        $"The price is in {Shown(code)}, and its price list in Sales is in another currency.",
        "Move the price to a list in its currency, or correct its currency.");

    /// <summary>A price is by a unit by which its product cannot be sold in Sales.</summary>
    public static PlanFailure OtherUnit(string code, string baseUnit) => new(
        FailureClass.Data,
        "BcSync.Price.OtherUnit",
        $"The price is by {code}, and the product in Sales is sold by {baseUnit} only.",
        "Give products all their units with Set-BcSyncSetup -UnitGroupMapping $true, or leave prices by other units out with the filter of "
            + "the mapping.");

    private static string Shown(FieldValue code) => code.IsEmpty ? "the local currency" : code.ToString();
}
