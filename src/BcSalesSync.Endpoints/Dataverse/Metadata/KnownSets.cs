using System.Collections.Frozen;

namespace BcSalesSync.Endpoints.Dataverse.Metadata;

/// <summary>
/// Entity sets of the tables every organisation names alike, so that a reference to one costs no request (spec/wire-dataverse.md 6.1).
/// </summary>
internal static class KnownSets
{
    internal static readonly FrozenDictionary<string, string> ByTable = new Dictionary<string, string>
    {
        ["systemuser"] = "systemusers",
        ["team"] = "teams",
        ["businessunit"] = "businessunits",
        ["account"] = "accounts",
        ["contact"] = "contacts",
        ["transactioncurrency"] = "transactioncurrencies",
        ["uomschedule"] = "uomschedules",
        ["uom"] = "uoms",
        ["product"] = "products",
        ["pricelevel"] = "pricelevels",
        ["productpricelevel"] = "productpricelevels",
        ["opportunity"] = "opportunities",
        ["quote"] = "quotes",
        ["salesorder"] = "salesorders",
        ["invoice"] = "invoices",
    }.ToFrozenDictionary();
}
