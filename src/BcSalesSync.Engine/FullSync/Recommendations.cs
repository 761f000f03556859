using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.FullSync;

/// <summary>What the review recommends for a mapping (spec/engine.md 4.3). Pure.</summary>
public static class Recommendations
{
    /// <summary>The recommendation.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="bcRecords">Records on the Business Central side.</param>
    /// <param name="salesRecords">Rows on the Sales side within the filter.</param>
    /// <param name="onlyBaseCurrency">True when Sales holds a single currency, with rate 1.</param>
    public static FullSyncRecommendation For(TableMapping mapping, int bcRecords, int salesRecords, bool onlyBaseCurrency) =>
        mapping.Name switch
    {
        "SALESPEOPLE" => FullSyncRecommendation.FullSync,
        "CURRENCY" => onlyBaseCurrency ? FullSyncRecommendation.FullSync : FullSyncRecommendation.Couple,
        "PAYMENT TERMS" or "SHIPMENT METHOD" or "SHIPPING AGENT" => bcRecords > 0 ? FullSyncRecommendation.Couple : FullSyncRecommendation.NoRecords,
        _ when mapping.Parent is not null => bcRecords > 0 ? FullSyncRecommendation.FullSync : FullSyncRecommendation.NoRecords,
        _ => (bcRecords > 0, salesRecords > Untouched(mapping)) switch
        {
            (false, false) => FullSyncRecommendation.NoRecords,
            (true, true) => FullSyncRecommendation.Couple,
            _ => FullSyncRecommendation.FullSync,
        },
    };

    /// <summary>What is done by default: the recommendation, or nothing where there are no records.</summary>
    public static FullSyncAction? DefaultAction(FullSyncRecommendation recommendation) => recommendation switch
    {
        FullSyncRecommendation.FullSync => FullSyncAction.FullSync,
        FullSyncRecommendation.Couple => FullSyncAction.Couple,
        _ => null,
    };

    // Sales comes with one unit group.
    private static int Untouched(TableMapping mapping) => mapping.SalesTable is "uomschedule" or "uom" ? 1 : 0;
}
