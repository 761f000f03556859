using System.Collections.Frozen;

namespace BcSalesSync.Endpoints.BusinessCentral.Changes;

/// <summary>Table numbers in Business Central, by which the companion logs deletions (spec/wire-bc.md 10).</summary>
internal static class TableNumbers
{
    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>
    {
        ["paymentTerms"] = 3,
        ["currencies"] = 4,
        ["customerPriceGroups"] = 6,
        ["countriesRegions"] = 9,
        ["shipmentMethods"] = 10,
        ["salespeoplePurchasers"] = 13,
        ["customers"] = 18,
        ["vendors"] = 23,
        ["items"] = 27,
        ["salesHeaders"] = 36,
        ["salesLines"] = 37,
        ["resources"] = 156,
        ["unitsOfMeasure"] = 204,
        ["resourceUnitsOfMeasure"] = 205,
        ["shippingAgents"] = 291,
        ["currencyExchangeRates"] = 330,
        ["contacts"] = 5050,
        ["opportunities"] = 5092,
        ["unitGroups"] = 5400,
        ["itemUnitsOfMeasure"] = 5404,
        ["priceListHeaders"] = 7000,
        ["priceListLines"] = 7001,
        ["salesPrices"] = 7002,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number of the table behind a set; null when its deletions are not known to be logged.</summary>
    public static int? Of(string table) => Numbers.TryGetValue(table, out var number) ? number : null;
}
