using BcSalesSync.Contracts;
using BcSalesSync.Engine.FullSync;
using BcSalesSync.Engine.Mappings;

namespace BcSalesSync.Engine.Tests.FullSync;

public sealed class RecommendationsTests
{
    [Theory]
    [InlineData("CUSTOMER", 0, 0, false, FullSyncRecommendation.NoRecords)]
    [InlineData("CUSTOMER", 7, 0, false, FullSyncRecommendation.FullSync)]
    [InlineData("CUSTOMER", 0, 7, false, FullSyncRecommendation.FullSync)]
    [InlineData("CUSTOMER", 7, 1, false, FullSyncRecommendation.Couple)]
    [InlineData("SALESPEOPLE", 0, 0, false, FullSyncRecommendation.FullSync)]
    [InlineData("SALESPEOPLE", 7, 7, false, FullSyncRecommendation.FullSync)]
    [InlineData("CURRENCY", 0, 1, true, FullSyncRecommendation.FullSync)]
    [InlineData("CURRENCY", 7, 1, true, FullSyncRecommendation.FullSync)]
    [InlineData("CURRENCY", 7, 1, false, FullSyncRecommendation.Couple)]
    [InlineData("CURRENCY", 7, 2, false, FullSyncRecommendation.Couple)]
    [InlineData("PAYMENT TERMS", 7, 0, false, FullSyncRecommendation.Couple)]
    [InlineData("SHIPMENT METHOD", 7, 0, false, FullSyncRecommendation.Couple)]
    [InlineData("SHIPPING AGENT", 7, 7, false, FullSyncRecommendation.Couple)]
    [InlineData("SHIPPING AGENT", 0, 7, false, FullSyncRecommendation.NoRecords)]
    [Trait("Scenario", "FUL-114")]
    public void The_recommendation_follows_from_what_both_sides_hold(
        string mapping, int bcRecords, int salesRecords, bool onlyBaseCurrency, FullSyncRecommendation expected)
    {
        var table = new TableMapping { Name = mapping, BcTable = "samples", SalesTable = "sample", Fields = [] };

        Assert.Equal(expected, Recommendations.For(table, bcRecords, salesRecords, onlyBaseCurrency));
    }
}
