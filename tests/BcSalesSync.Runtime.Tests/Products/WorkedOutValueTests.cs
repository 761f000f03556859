using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Products;

public sealed class WorkedOutValueTests
{
    [Fact]
    [Trait("Scenario", "ENG-179")]
    public async Task A_value_that_Business_Central_works_out_when_it_is_read_reaches_the_column_it_is_mapped_to()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        await world.Session.MappingEditor.RemoveFieldAsync(
            new FieldMappingChange { Mapping = "ITEM-PRODUCT", BcField = "grossWeight", SalesField = "stockweight" }, default);
        await world.AddFieldAsync(new FieldMappingChange
        {
            Mapping = "ITEM-PRODUCT", BcField = "inventory", SalesField = "stockweight", Direction = SyncDirection.ToSales,
        });
        var pair = await world.CreateInSalesAsync("ITEM-PRODUCT", "1000");
        var product = await world.ProductAsync(pair.SalesId);
        Assert.Equal((0m, 0m), (product.Number("stockweight") ?? 0m, product.Number("quantityonhand") ?? 0m));
        await world.Session.RaiseSandboxEventAsync(
            "AdjustInventory", new Dictionary<string, object?> { ["itemNo"] = "1000", ["quantity"] = 1m }, default);

        await pair.SyncAsync(SyncDirection.ToSales);

        product = await world.ProductAsync(pair.SalesId);
        Assert.Equal((1m, 1m), (product.Number("stockweight"), product.Number("quantityonhand")));
    }
}
