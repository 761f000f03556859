using System.Text.Json;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

public sealed class ProductSeedTests
{
    [Fact]
    public async Task Cronus_has_named_products_and_vendors()
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.Equal(["V10000", "V20000", "V30000", "V40000"], await Column(bc, "sync:vendors", "number"));
        Assert.Equal(12, (await bc.ReadAsync("sync:items")).Count);
        Assert.Equal(["KATHERINE", "LIFT", "LINA", "MARTY"], await Column(bc, "sync:resources", "number"));
        Assert.Equal(["BOX", "DAY", "HOUR", "PCS", "SET"], await Column(bc, "sync:unitsOfMeasure", "code"));
        Assert.Equal(["EXPORT", "RETAIL", "WHOLESALE"], await Column(bc, "sync:customerPriceGroups", "code"));
        Assert.Equal(["Active", "Draft", "Active"], await Column(bc, "sync:priceListHeaders", "status"));
        Assert.Equal(
            ["In_x0020_Progress", "Not_x0020_Started", "Won", "Lost"], await Column(bc, "sync:opportunities", "status"));
        var setup = Assert.Single(await bc.ReadAsync("sync:salesSetup"));
        var writeIn = await bc.FindAsync("sync:items", $"number eq '{setup.Text("writeInProductNumber")}'");
        Assert.Equal("Non_x002D_Inventory", writeIn.Text("type"));
    }

    [Theory]
    [InlineData("cronus")]
    [InlineData("scale:30")]
    public async Task Every_seeded_product_has_one_group_and_its_base_unit_among_its_units(string seed)
    {
        using var bc = await BcClient.ConnectAsync(seed);
        var groups = (await bc.ReadAsync("sync:unitGroups")).ToDictionary(group => group.Text("sourceId"));
        foreach (var (set, product, @base) in new[]
        {
            ("item", "number", "baseItemUnitOfMeasureId"), ("resource", "number", "baseResourceUnitOfMeasureId"),
        })
        {
            var units = await bc.ReadAsync($"sync:{set}UnitsOfMeasure");
            foreach (var row in await bc.ReadAsync($"sync:{set}s"))
            {
                var own = units.Where(unit => unit.Text(set + "Number") == row.Text(product)).ToList();
                Assert.All(own, unit => Assert.Equal(row.Text("id"), unit.Text(set + "Id")));
                Assert.All(own, unit => Assert.Equal(groups[row.Text("id")].Text("id"), unit.Text("unitGroupId")));
                var first = Assert.Single(own, unit => unit.Text("id") == row.Text(@base));
                Assert.Equal((row.Text("baseUnitOfMeasureCode"), 1m), (first.Text("code"), first.Number("qtyPerUnitOfMeasure")));
            }
        }
    }

    [Fact]
    public async Task Every_seeded_price_names_a_product_a_unit_and_a_list_or_group_that_exist()
    {
        using var bc = await BcClient.ConnectAsync();
        var blank = Guid.Empty.ToString();
        foreach (var line in await bc.ReadAsync("sync:priceListLines"))
        {
            Assert.DoesNotContain(blank, new[] { line.Text("priceListId"), line.Text("assetId"), line.Text("unitOfMeasureId") });
        }

        foreach (var price in await bc.ReadAsync("sync:salesPrices"))
        {
            Assert.DoesNotContain(blank, new[] { price.Text("itemId"), price.Text("itemUnitOfMeasureId") });
            Assert.Equal(price.Text("salesType").Contains("Group", StringComparison.Ordinal), price.Text("customerPriceGroupId") != blank);
        }
    }

    [Fact]
    public async Task Every_seeded_row_would_be_taken_from_a_user_as_well()
    {
        using var bc = await BcClient.ConnectAsync();
        foreach (var set in new[]
        {
            "vendors", "items", "resources", "itemUnitsOfMeasure", "resourceUnitsOfMeasure", "customerPriceGroups", "salesPrices",
            "priceListHeaders", "opportunities", "salesSetup",
        })
        {
            foreach (var row in await bc.ShowRowsAsync(set))
            {
                await bc.AsUserAsync(set, OwnColumns(row));
            }
        }
    }

    [Fact]
    public async Task The_scale_seed_has_as_many_items_as_customers_all_of_them_priced()
    {
        using var bc = await BcClient.ConnectAsync("scale:30");
        Assert.Equal(30, (await bc.ReadAsync("sync:items")).Count);
        var list = await bc.FindAsync("sync:priceListHeaders", "status eq 'Active'");
        Assert.Equal("SCALE", list.Text("code"));
        Assert.Equal(30, (await bc.ReadAsync("sync:priceListLines", $"?$filter=priceListId eq {list.Text("id")}")).Count);
        Assert.Equal(
            ["I000010", "I000020", "I000030"], await Column(bc, "sync:itemUnitsOfMeasure", "itemNumber", "?$filter=code eq 'BOX'"));
        var line = await bc.FindAsync("sync:priceListLines", "assetNumber eq 'I000007'");
        Assert.Equal((await bc.FindAsync("items", "number eq 'I000007'")).Number("unitPrice"), line.Number("unitPrice"));
        Assert.Equal("I000031", (await bc.CreateAsync("items", new { displayName = "One more" })).Text("number"));
    }

    [Fact]
    public async Task The_scale_seed_is_the_same_everywhere()
    {
        using var one = await BcClient.ConnectAsync("scale:12");
        using var other = await BcClient.ConnectAsync("scale:12");
        Assert.Equal(
            await Column(one, "sync:priceListLines", "id"), await Column(other, "sync:priceListLines", "id"));
    }

    [Fact]
    public async Task The_empty_seed_has_a_blank_sales_setup_and_no_products()
    {
        using var bc = await BcClient.ConnectAsync("empty");
        Assert.Equal("", Assert.Single(await bc.ReadAsync("sync:salesSetup")).Text("writeInProductNumber"));
        Assert.Empty(await bc.ReadAsync("items"));
        Assert.Empty(await bc.ReadAsync("unitsOfMeasure"));
    }

    private static async Task<List<string>> Column(BcClient bc, string set, string column, string query = "") =>
        [.. (await bc.ReadAsync(set, query)).Select(row => row.Text(column))];

    // What a person could have typed: no stamps, no ids of other rows, nothing blank.
    private static Dictionary<string, JsonElement> OwnColumns(JsonElement row) => row.EnumerateObject()
        .Where(property => !property.Name.StartsWith("system", StringComparison.Ordinal))
        .Where(property => property.Name == "id" || !property.Name.EndsWith("Id", StringComparison.Ordinal))
        .ToDictionary(property => property.Name, property => property.Value);
}
