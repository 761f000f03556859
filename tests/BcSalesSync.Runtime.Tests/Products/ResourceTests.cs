using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Products;

public sealed class ResourceTests
{
    private const string Mapping = "RESOURCE-PRODUCT";
    private const int Services = 3;

    [Fact]
    [Trait("Scenario", "RES-102")]
    public async Task A_coupled_resource_reaches_its_product()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddResourceAsync("LINA");
        var pair = await world.PairAsync(Mapping, "LINA", await world.AddProductAsync("S1", "Service", "PCS", Services));

        var results = await world.SyncAsync(Mapping, SyncDirection.ToSales, new RecordSelector { BcNo = "LINA" });

        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Equal((1, 0), ((await world.LastJobAsync(Mapping, SyncDirection.ToSales)).Modified, (await world.LastJobAsync(Mapping, SyncDirection.ToSales)).Failed));
        var product = await world.ProductAsync(pair.SalesId);
        Assert.Equal(("LINA", "Resource LINA", 8m), ((string?)product["productnumber"], (string?)product["name"], product.Number("quantityonhand")));
    }

    [Fact]
    public async Task A_resource_becomes_a_service_with_a_line_in_the_default_price_list()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddResourceAsync("LINA");

        var pair = await world.CreateInSalesAsync(Mapping, "LINA");

        var product = await world.ProductAsync(pair.SalesId);
        Assert.Equal((0, Services), (product["statecode"]!.GetValue<int>(), product["producttypecode"]!.GetValue<int>()));
        Assert.Equal(60m, Assert.Single(await world.PricesAsync(pair.SalesId)).Number("amount"));
    }

    [Fact]
    public async Task A_service_becomes_a_resource_that_is_counted_in_its_unit()
    {
        await using var world = await ProductSteps.OpenAsync();
        var product = await world.AddProductAsync("S1", "Service", "BOX", Services);

        var coupling = await world.CreatedAsync(Mapping, new RecordSelector { SalesId = product }, SystemSide.BusinessCentral);

        Assert.Equal("BOX", (string?)(await world.Desk.RowAsync("bc", "resources", coupling.BcId))!["baseUnitOfMeasureCode"]);
        Assert.All(await world.RunAsync(Mapping), result => Assert.Null(result.Error));
    }

    [Fact]
    [Trait("Scenario", "RES-106")]
    public async Task A_blocked_resource_retires_its_product_until_it_is_free_again()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddResourceAsync("LINA");
        var pair = await world.CreateInSalesAsync(Mapping, "LINA");
        await world.ChangeAsync(new TableMappingChange { Name = Mapping, BcFilter = string.Empty });

        await pair.EditBcAsync(("blocked", true));
        await world.RunAsync(Mapping, SyncDirection.ToSales);
        Assert.Equal("1", await pair.SalesAsync("statecode"));

        await pair.EditBcAsync(("blocked", false));
        await world.RunAsync(Mapping, SyncDirection.ToSales);
        Assert.Equal("0", await pair.SalesAsync("statecode"));
    }

    [Theory]
    [InlineData("ITEM-PRODUCT", "1000", 1)]
    [InlineData("RESOURCE-PRODUCT", "LINA", 3)]
    [Trait("Scenario", "CPL-152")]
    public async Task Only_products_that_pass_the_filter_of_the_mapping_can_be_coupled(string mapping, string number, int type)
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        await world.AddResourceAsync("LINA");
        var other = await world.AddProductAsync("OTHER", "Other", "PCS", 4 - type);
        var own = await world.AddProductAsync("OWN", "Own", "PCS", type);

        var refused = await world.CoupleAsync(mapping, new RecordSelector { BcNo = number, SalesId = other });
        var taken = await world.CoupleAsync(mapping, new RecordSelector { BcNo = number, SalesId = own });

        Assert.Equal("BcSync.Coupling.OutsideFilter", refused.Error!.ErrorId);
        Assert.Null(taken.Error);
    }

    [Fact]
    public async Task Without_the_companion_app_the_review_says_that_resources_need_it_and_the_rest_runs()
    {
        await using var world = await ProductSteps.OpenAsync(tier: 0);
        await world.AddItemAsync("1000");

        var lines = (await world.FullSyncAsync(FullSyncAction.FullSync, "ITEM-PRODUCT", "ITEM-PRICE", Mapping, "RESOURCE-PRICE"))
            .ToDictionary(line => line.Mapping);

        Assert.All(lines.Values, line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
        Assert.Equal((1, 1), (lines["ITEM-PRODUCT"].Inserted, lines["ITEM-PRICE"].Inserted));
        Assert.Equal("RESOURCE-PRODUCT needs the companion app, which this Business Central does not have.", lines[Mapping].Message);
    }
}
