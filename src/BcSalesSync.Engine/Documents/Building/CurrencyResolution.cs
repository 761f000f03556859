using BcSalesSync.Engine.Documents.Lookups;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>Finds the currency of a document by its ISO code; no coupling is needed (spec/documents.md 1.4.1). Pure.</summary>
internal static class CurrencyResolution
{
    /// <summary>The code, empty for the local currency, or why there is none.</summary>
    public static (FieldValue Code, PlanFailure? Failure) Resolve(
        SalesDocument document, CurrencyLookup currencies, DocumentFailures failures)
    {
        if (document.Header["transactioncurrencyid"].AsId() is not { } id)
            return (FieldValue.Empty, null);
        if (!currencies.IsoCodes.TryGetValue(id, out var iso))
            return (FieldValue.Empty, failures.CurrencyGone(id));
        if (currencies.Local is null)
            return (FieldValue.Empty, failures.LocalCurrencyUnknown());
        if (string.Equals(iso, currencies.Local, StringComparison.OrdinalIgnoreCase))
            return (FieldValue.Empty, null);
        return currencies.Known.Contains(iso) ? (FieldValue.Text(iso), null) : (FieldValue.Empty, failures.CurrencyUnknown(iso));
    }
}
