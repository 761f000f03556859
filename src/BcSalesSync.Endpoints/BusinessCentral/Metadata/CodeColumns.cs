using System.Collections.Frozen;

namespace BcSalesSync.Endpoints.BusinessCentral.Metadata;

/// <summary>Properties that hold codes. $metadata shows them as plain text, so their names decide (spec/wire-bc.md 6).</summary>
internal static class CodeColumns
{
    private static readonly FrozenSet<string> Others = new[]
    {
        "code", "number", "country", "searchName", "gtin", "companyNumber", "customerNumber", "contactNumber", "assetNumber",
        "primaryContactNumber", "itemNumber", "resourceNumber", "sourceNumber", "billToCustomerNumber", "vendorNumber",
        "lineObjectNumber", "documentNumber",
        "orderNumber", "quoteNumber",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string property) => Others.Contains(property) || property.EndsWith("Code", StringComparison.Ordinal);
}
