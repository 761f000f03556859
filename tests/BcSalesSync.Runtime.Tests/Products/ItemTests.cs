using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Products;

public sealed class ItemTests
{
    private const string Mapping = "ITEM-PRODUCT";
    private const int Active = 0;
    private const int Retired = 1;

    [Fact]
    public async Task A_forced_run_rewrites_a_product_without_activating_it_again()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000", 49.5m);
        var pair = await world.CreateInSalesAsync(Mapping, "1000");

        var request = new SyncNowRequest { Mapping = Mapping, Direction = SyncDirection.ToSales, Force = true, Records = [new RecordSelector { BcId = pair.BcId }] };
        var results = await world.Session.SyncNowAsync(request, world.Observer, default).ToListAsync();

        Assert.Null(results[0].Error?.Message);
        Assert.Equal(SyncAction.Updated, results[0].Action);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [Trait("Scenario", "ITM-104")]
    public async Task An_item_becomes_an_active_product_with_a_line_in_the_default_price_list(int tier)
    {
        await using var world = await ProductSteps.OpenAsync(tier);
        await world.AddItemAsync("1000", 49.5m);

        var pair = await world.CreateInSalesAsync(Mapping, "1000");

        var product = await world.ProductAsync(pair.SalesId);
        Assert.Equal((Active, 1, "1000", 49.5m), (
            product["statecode"]!.GetValue<int>(), product["producttypecode"]!.GetValue<int>(), (string?)product["productnumber"], product.Number("price")));
        var line = Assert.Single(await world.PricesAsync(pair.SalesId));
        Assert.Equal(49.5m, line.Number("amount"));
        Assert.NotNull(line.Id("pricelevelid"));
        Assert.Equal(line.Id("pricelevelid"), product.Id("pricelevelid"));
        Assert.Equal(product.Id("defaultuomid"), line.Id("uomid"));
        Assert.Equal(1, (await world.LastJobAsync(Mapping, SyncDirection.ToSales)).Inserted);
    }

    [Fact]
    [Trait("Scenario", "ITM-110")]
    public async Task An_item_without_a_price_has_a_line_with_amount_zero()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000", 0m);

        var pair = await world.CreateInSalesAsync(Mapping, "1000");

        Assert.Equal(0m, Assert.Single(await world.PricesAsync(pair.SalesId)).Number("amount"));
        Assert.Equal(1, (await world.LastJobAsync(Mapping, SyncDirection.ToSales)).Inserted);
    }

    [Fact]
    [Trait("Scenario", "ITM-114")]
    public async Task A_product_becomes_an_item_with_the_base_unit_its_unit_group_is_coupled_to()
    {
        await using var world = await ProductSteps.OpenAsync();
        var product = await world.AddProductAsync("P1", "Cable", "BOX");

        var outcome = await world.CoupleAsync(Mapping, new RecordSelector { SalesId = product }, createIn: SystemSide.BusinessCentral);

        Assert.Null(outcome.Error);
        var item = (await world.Desk.RowAsync("bc", "items", outcome.Value!.BcId))!;
        Assert.Equal(("Cable", "BOX", false), (
            (string?)item["displayName"], (string?)item["baseUnitOfMeasureCode"], item["blocked"]!.GetValue<bool>()));
    }

    [Fact]
    [Trait("Scenario", "ITM-120")]
    [Trait("Scenario", "ITM-124")]
    public async Task A_blocked_item_retires_its_product_until_it_is_free_again()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        var pair = await world.CreateInSalesAsync(Mapping, "1000");
        await world.ChangeAsync(new TableMappingChange { Name = Mapping, BcFilter = string.Empty });

        await pair.EditBcAsync(("blocked", true));
        await world.RunAsync(Mapping, SyncDirection.ToSales);
        Assert.Equal(Retired, (await world.ProductAsync(pair.SalesId))["statecode"]!.GetValue<int>());

        await pair.EditBcAsync(("blocked", false));
        await world.SyncAsync(Mapping, SyncDirection.ToSales, new RecordSelector { BcNo = "1000" });
        Assert.Equal(Active, (await world.ProductAsync(pair.SalesId))["statecode"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_retired_product_that_is_named_blocks_its_item()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        var pair = await world.CreateInSalesAsync(Mapping, "1000");
        await world.Desk.SalesAsync("products", new { productid = pair.SalesId, statecode = Retired, statuscode = 2 });

        await world.SyncAsync(Mapping, SyncDirection.ToBusinessCentral, new RecordSelector { SalesId = pair.SalesId });

        Assert.True((await world.Desk.RowAsync("bc", "items", pair.BcId))!["blocked"]!.GetValue<bool>());
    }

    [Fact]
    [Trait("Scenario", "ITM-129")]
    public async Task Only_the_default_price_list_follows_the_price_of_the_item()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000", 90m);
        var pair = await world.CreateInSalesAsync(Mapping, "1000");
        var own = Assert.Single(await world.PricesAsync(pair.SalesId));
        await world.AddPriceAsync("RETAIL", pair.SalesId, own.Id("uomid")!.Value, 80m);

        await pair.EditBcAsync(("unitPrice", 95m));
        await world.RunAsync(Mapping);
        await world.RunAsync("ITEM-PRICE");

        Assert.Equal([80m, 95m], (await world.PricesAsync(pair.SalesId)).Select(line => line.Number("amount")).Order());
    }

    [Fact]
    [Trait("Scenario", "CPL-114")]
    public async Task A_pair_that_is_coupled_towards_Sales_takes_number_and_description_of_the_item_and_nothing_else()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("1000");
        var product = await world.AddProductAsync("P1", "Product", "PCS");

        var pair = await world.PairAsync(Mapping, "1000", product, SyncDirection.ToSales);

        var row = await world.ProductAsync(pair.SalesId);
        Assert.Equal(("1000", "Item 1000", null), ((string?)row["productnumber"], (string?)row["name"], (string?)row["description"]));
    }

    [Fact]
    public async Task What_Sales_cannot_hold_below_zero_becomes_zero()
    {
        await using var world = await ProductSteps.OpenAsync();
        var id = await world.AddItemAsync("1000");
        await world.Desk.SilentlyAsync("bc", "items", new { id, unitPrice = -5m });

        var pair = await world.CreateInSalesAsync(Mapping, "1000");

        Assert.Equal(0m, (await world.ProductAsync(pair.SalesId)).Number("price"));
        Assert.Equal(0m, Assert.Single(await world.PricesAsync(pair.SalesId)).Number("amount"));
    }

    [Fact]
    public async Task An_item_whose_unit_is_not_coupled_names_the_coupling_that_is_missing_and_comes_by_itself_afterwards()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddUnitsAsync("PALLET");
        await world.AddItemAsync("1000", unit: "PALLET");

        var refused = await world.CoupleAsync(Mapping, new RecordSelector { BcNo = "1000" }, createIn: SystemSide.Sales);

        Assert.Equal("BcSync.Record.DependencyMissing", refused.Error!.ErrorId);
        Assert.Contains("New-BcCoupling -Mapping 'UNIT OF MEASURE' -BcNo 'PALLET'", refused.Error.RecommendedAction, StringComparison.Ordinal);
        await world.CreateInSalesAsync("UNIT OF MEASURE", "PALLET");
        Assert.Equal(SyncAction.Created, Assert.Single(await world.RunAsync(Mapping, SyncDirection.ToSales)).Action);
    }

    [Fact]
    public async Task The_item_that_stands_for_written_in_products_is_never_synchronised()
    {
        await using var world = await ProductSteps.OpenAsync();
        var rows = await world.Desk.BcAsync("items", new { number = "MISC", displayName = "Other", type = "Service", baseUnitOfMeasureCode = "PCS" });
        await world.Session.SetSetupAsync(new SetupChange { WriteInProductNo = "misc" }, default);

        var refused = await world.CoupleAsync(Mapping, new RecordSelector { BcNo = "MISC" }, createIn: SystemSide.Sales);
        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, Mapping));
        var coupled = await world.CoupleAsync(
            Mapping, new RecordSelector { BcNo = "MISC", SalesId = await world.AddProductAsync("P1", "Other", "PCS") });

        Assert.Equal("BcSync.Coupling.WriteInProduct", coupled.Error!.ErrorId);
        Assert.Null(refused.Value);
        Assert.Equal((0, 0), (line.Inserted, line.Failed));
        Assert.Null(await world.CouplingAsync(Mapping, rows[0]!["id"]!.GetValue<Guid>()));
    }

    [Fact]
    public async Task The_item_that_Business_Central_itself_names_for_written_in_products_stays_there_too()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.Desk.BcAsync("items", new { number = "MISC", displayName = "Other", type = "Service", baseUnitOfMeasureCode = "PCS" });
        var setup = Assert.Single(await world.Desk.RowsAsync("bc", "salesSetup"));
        await world.Desk.SilentlyAsync("bc", "salesSetup", new { id = setup.Id("id"), writeInProductType = "Item", writeInProductNumber = "MISC" });

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, Mapping));

        Assert.Equal((0, 0, 0), (line.Total, line.Inserted, line.Failed));
        Assert.Empty(await world.Desk.RowsAsync("sales", "products"));
    }

    [Fact]
    public async Task The_item_that_Business_Central_itself_names_for_written_in_products_cannot_be_coupled_by_hand()
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.Desk.BcAsync("items", new { number = "MISC", displayName = "Other", type = "Service", baseUnitOfMeasureCode = "PCS" });
        var setup = Assert.Single(await world.Desk.RowsAsync("bc", "salesSetup"));
        await world.Desk.SilentlyAsync("bc", "salesSetup", new { id = setup.Id("id"), writeInProductType = "Item", writeInProductNumber = "MISC" });

        var coupled = await world.CoupleAsync(
            Mapping, new RecordSelector { BcNo = "MISC", SalesId = await world.AddProductAsync("P1", "Other", "PCS") });

        Assert.Equal("BcSync.Coupling.WriteInProduct", coupled.Error!.ErrorId);
        Assert.Empty(await world.CouplingsAsync(Mapping));
    }

    [Theory]
    [InlineData("NONE", "BcSync.Setup.WriteInProductNotFound")]
    [InlineData("STOCKED", "BcSync.Setup.WriteInProductKeptInStock")]
    [InlineData("COUPLED", "BcSync.Setup.WriteInProductCoupled")]
    public async Task An_item_that_cannot_stand_for_written_in_products_is_refused(string number, string error)
    {
        await using var world = await ProductSteps.OpenAsync();
        await world.AddItemAsync("STOCKED");
        await world.Desk.BcAsync("items", new { number = "COUPLED", displayName = "Work", type = "Service", baseUnitOfMeasureCode = "PCS" });
        await world.CreateInSalesAsync(Mapping, "COUPLED");

        var refused = await Assert.ThrowsAsync<SyncException>(
            () => world.Session.SetSetupAsync(new SetupChange { WriteInProductNo = number }, default));

        Assert.Equal(error, refused.Error.ErrorId);
    }
}
