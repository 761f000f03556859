using System.Collections.Frozen;

namespace BcSalesSync.Endpoints.BusinessCentral.Reading;

/// <summary>
/// Columns of the companion that its pages work out row by row: the service shows them and cannot filter by them (spec/wire-bc.md 3.1), and
/// its metadata does not tell which they are.
/// </summary>
internal static class PageVariables
{
    private static readonly FrozenDictionary<string, string[]> Columns = new Dictionary<string, string[]>
    {
        ["capabilities"] = ["appVersion", "schemaVersion", "localCurrencyCode", "timeZone", "minimumActiveRowVersion"],
        ["customers"] = ["taxRegistrationNumber"],
        ["contacts"] = ["customerId", "vendorId", "taxRegistrationNumber"],
        ["items"] = ["priceTaxPercent"],
        ["unitGroups"] = ["sourceName", "code"],
        ["salesPrices"] = ["itemUnitOfMeasureId"],
        ["priceListLines"] = ["unitOfMeasureId"],
        ["opportunities"] = ["customerId"],
        ["salesHeaders"] =
        [
            "customerId", "quoteNumber", "currencyFactor", "paymentTermsId", "shipmentMethodId", "discountAmount", "workDescription",
            "fullyInvoiced", "totalTaxAmount",
        ],
        ["salesLines"] = ["attachedToLineNumber"],
        ["postedInvoices"] = ["workDescription", "totalTaxAmount"],
        ["postedShipments"] = ["workDescription"],
        ["salesNotes"] = ["text"],
        ["customerStatistics"] = ["totalLCY", "overdueAmountLCY", "overdueAmountsAsOf", "totalSalesLCY", "invoicedPrepaymentAmountLCY"],
        ["salesHeaderArchives"] = ["workDescription"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The columns of a table of the companion.</summary>
    public static IReadOnlyList<string> Of(string table) => Columns.TryGetValue(table, out var columns) ? columns : [];
}
