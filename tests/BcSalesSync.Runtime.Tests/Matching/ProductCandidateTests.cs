using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Matching;

public sealed class ProductCandidateTests
{
    private const int Inventory = 1;
    private const int Charge = 2;
    private const int Service = 3;

    [Fact]
    [Trait("Scenario", "RES-108")]
    public async Task Products_that_may_be_coupled_are_those_of_either_mapping()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddProductAsync("A", "Goods", "PCS", Inventory);
        await world.AddProductAsync("B", "Work", "PCS", Service);
        await world.AddProductAsync("C", "Charge", "PCS", Charge);

        var found = new List<string?>();
        var mappings = await world.Session.GetTableMappingsAsync(null, default).Where(mapping => mapping.SalesTable == "product").ToListAsync();
        foreach (var mapping in mappings)
        {
            var request = new MatchRequest { Mapping = mapping.Name, Fields = ["number"], IncludeUnmatchedSales = true };
            found.AddRange((await world.FindAsync(request)).Select(match => $"{mapping.Name} {match.SalesName}"));
        }

        Assert.Equal(["ITEM-PRODUCT Goods", "RESOURCE-PRODUCT Work"], found);
    }
}
