using System.Net;

namespace BcSalesSync.Sandbox.Tests.Sales.Catalog;

public sealed class PriceListTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_price_list_has_states_of_its_own_and_a_currency_for_good()
    {
        var dollar = await _client.CreateDollarAsync();
        var list = await _client.CreateListAsync("Dollars", dollar);
        var euro = await _client.IdOfAsync("transactioncurrencies", "transactioncurrencyid", "isocurrencycode eq 'EUR'");

        var row = await _client.GetAsync($"pricelevels({list})");

        Assert.Equal(100001, row.GetProperty("statuscode").GetInt32());
        Assert.Equal(1.25m, row.GetProperty("exchangerate").GetDecimal());
        (await _client.PatchAsync($"pricelevels({list})", Currency(euro))).Refuses(HttpStatusCode.BadRequest, "0x80040203");
        await _client.ChangeAsync($"pricelevels({list})", new { statecode = 1 });
        Assert.Equal(100002, (await _client.GetAsync($"pricelevels({list})")).GetProperty("statuscode").GetInt32());
        await _client.ChangeAsync($"pricelevels({list})", new { statecode = 0, statuscode = 100001 });
    }

    [Fact]
    public async Task A_price_list_needs_a_name_no_other_one_has()
    {
        var list = await _client.CreateListAsync("Wholesale");

        (await _client.SendAsync("POST", "pricelevels", new { name = "retail" })).Refuses(HttpStatusCode.BadRequest, "0x80043B0F");
        (await _client.SendAsync("POST", "pricelevels", new { description = "x" })).Refuses(HttpStatusCode.BadRequest, "0x80043B0E");
        (await _client.PatchAsync($"pricelevels({list})", new { name = "Retail" })).Refuses(HttpStatusCode.BadRequest, "0x80043B0F");
    }

    [Fact]
    public async Task A_line_takes_currency_number_and_unit_group_from_what_it_names()
    {
        var list = await _client.CreateListAsync("Dollars", await _client.CreateDollarAsync());
        var (group, unit) = await _client.CreateGroupAsync();
        var product = await _client.CreateAsync("products", CatalogSteps.Product("P1", group, unit));

        var line = await _client.GetAsync(
            $"productpricelevels({await _client.CreateAsync("productpricelevels", CatalogSteps.Line(list, product, unit, 10))})",
            "odata.include-annotations=\"*\"");

        Assert.Equal("P1", line.GetProperty("productnumber").GetString());
        Assert.Equal(group, line.GetProperty("_uomscheduleid_value").GetGuid());
        Assert.Equal("US dollar", line.GetProperty("_transactioncurrencyid_value@OData.Community.Display.V1.FormattedValue").GetString());
        Assert.Equal(8m, line.GetProperty("amount_base").GetDecimal());
        Assert.Equal(1, line.GetProperty("pricingmethodcode").GetInt32());
        Assert.Equal("Product P1", line.GetProperty("productidname").GetString());
    }

    [Theory]
    [InlineData("pricelevelid@odata.bind", "0x80043B12", "The price level id is missing.")]
    [InlineData("productid@odata.bind", "0x80043B11", "The product id is missing.")]
    [InlineData("uomid@odata.bind", "0x80043B0D", "The unit id is missing.")]
    public async Task A_line_names_list_product_and_unit(string missing, string code, string text)
    {
        var (list, product, unit) = await SeededAsync();
        var line = CatalogSteps.Line(list, product, unit);
        line.Remove(missing);

        var answer = await _client.SendAsync("POST", "productpricelevels", line);

        answer.Refuses(HttpStatusCode.BadRequest, code);
        Assert.Equal(text, answer.Message);
    }

    [Fact]
    public async Task A_product_has_one_price_by_the_unit_on_a_list()
    {
        var (list, product, unit) = await SeededAsync();
        var other = await _client.CreateListAsync("Wholesale");

        (await _client.SendAsync("POST", "productpricelevels", CatalogSteps.Line(list, product, unit)))
            .Refuses(HttpStatusCode.BadRequest, "0x80043B08");
        await _client.CreateAsync("productpricelevels", CatalogSteps.Line(other, product, unit));
    }

    [Fact]
    public async Task A_price_is_for_a_unit_of_the_group_of_the_product()
    {
        var (list, product, unit) = await SeededAsync();
        var (foreignGroup, foreign) = await _client.CreateGroupAsync("KG");
        var group = (await _client.GetAsync($"uoms({unit})")).GetProperty("_uomscheduleid_value").GetGuid();
        var dozen = await _client.CreateUnitAsync(group, "DOZEN", 12);
        var wrongGroup = CatalogSteps.Line(list, product, dozen);
        wrongGroup["uomscheduleid@odata.bind"] = $"/uomschedules({foreignGroup})";
        var family = await _client.CreateAsync("products", new { productnumber = "F1", name = "Bicycles", productstructure = 2 });

        (await _client.SendAsync("POST", "productpricelevels", CatalogSteps.Line(list, product, foreign)))
            .Refuses(HttpStatusCode.BadRequest, "0x80043B14");
        (await _client.SendAsync("POST", "productpricelevels", wrongGroup)).Refuses(HttpStatusCode.BadRequest, "0x80043B16");
        (await _client.SendAsync("POST", "productpricelevels", CatalogSteps.Line(list, family, unit)))
            .Refuses(HttpStatusCode.BadRequest, "0x80043B13");
        await _client.CreateAsync("productpricelevels", CatalogSteps.Line(list, product, dozen));
    }

    [Fact]
    public async Task The_currency_of_a_line_is_that_of_its_list_and_not_given_on_creation()
    {
        var (list, product, unit) = await SeededAsync();
        var dollar = await _client.CreateDollarAsync();
        var line = await _client.IdOfAsync("productpricelevels", "productpricelevelid", $"_productid_value eq {product}");
        var early = CatalogSteps.Line(list, product, unit);
        early["transactioncurrencyid@odata.bind"] = $"/transactioncurrencies({dollar})";

        (await _client.SendAsync("POST", "productpricelevels", early)).Refuses(HttpStatusCode.BadRequest, "0x80040203");
        (await _client.PatchAsync($"productpricelevels({line})", Currency(dollar))).Refuses(HttpStatusCode.BadRequest, "0x80048CF6");
    }

    [Fact]
    public async Task The_list_of_a_line_is_fixed_but_not_its_price()
    {
        var (_, product, _) = await SeededAsync();
        var line = await _client.IdOfAsync("productpricelevels", "productpricelevelid", $"_productid_value eq {product}");
        var other = await _client.CreateListAsync("Wholesale");

        await _client.ChangeAsync($"productpricelevels({line})", new { amount = 3999.99 });

        (await _client.PatchAsync(
            $"productpricelevels({line})", new Dictionary<string, object> { ["pricelevelid@odata.bind"] = $"/pricelevels({other})" }))
            .Refuses(HttpStatusCode.BadRequest, "0x80040203");
        (await _client.PatchAsync($"productpricelevels({line})", new { amount = -1 })).Refuses(HttpStatusCode.BadRequest, "0x80044330");
        Assert.Equal(3999.99m, (await _client.GetAsync($"productpricelevels({line})")).GetProperty("amount_base").GetDecimal());
    }

    [Fact]
    public async Task A_line_shows_the_number_its_product_has_now_without_being_changed_itself()
    {
        var (_, product, _) = await SeededAsync();
        var before = Assert.Single(await _client.RowsAsync($"productpricelevels?$filter=_productid_value eq {product}"));

        await _client.ChangeAsync($"products({product})", new { productnumber = "1000-B" });

        var after = Assert.Single(await _client.RowsAsync($"productpricelevels?$filter=_productid_value eq {product}"));
        Assert.Equal("1000-B", after.GetProperty("productnumber").GetString());
        Assert.Equal(before.GetProperty("versionnumber").GetInt64(), after.GetProperty("versionnumber").GetInt64());
    }

    [Fact]
    public async Task A_default_price_list_stays_active_and_a_list_with_lines_is_not_deleted()
    {
        var (list, product, _) = await SeededAsync();
        var account = await _client.AccountAsync("Fabrikam");
        await _client.ChangeAsync($"products({product})", Default("pricelevelid", null));
        await _client.ChangeAsync($"accounts({account})", Default("defaultpricelevelid", list));

        (await _client.PatchAsync($"pricelevels({list})", new { statecode = 1 })).Refuses(HttpStatusCode.BadRequest, "0x80043B04");
        await _client.ChangeAsync($"accounts({account})", Default("defaultpricelevelid", null));
        await _client.ChangeAsync($"pricelevels({list})", new { statecode = 1 });

        (await _client.SendAsync("DELETE", $"pricelevels({list})")).Refuses(HttpStatusCode.MethodNotAllowed, "0x80040227");
        var line = await _client.IdOfAsync("productpricelevels", "productpricelevelid", $"_productid_value eq {product}");
        await _client.SendAsync("DELETE", $"productpricelevels({line})");
        Assert.Equal(HttpStatusCode.NoContent, (await _client.SendAsync("DELETE", $"pricelevels({list})")).Status);
    }

    [Fact]
    public async Task The_base_currency_stays_active()
    {
        var euro = await _client.IdOfAsync("transactioncurrencies", "transactioncurrencyid", "isocurrencycode eq 'EUR'");

        (await _client.PatchAsync($"transactioncurrencies({euro})", new { statecode = 1 }))
            .Refuses(HttpStatusCode.BadRequest, "0x80048CF4");
    }

    private static Dictionary<string, object> Currency(Guid id) =>
        new() { ["transactioncurrencyid@odata.bind"] = $"/transactioncurrencies({id})" };

    private static Dictionary<string, object?> Default(string navigation, Guid? list) =>
        new() { [navigation + "@odata.bind"] = list is { } id ? $"/pricelevels({id})" : null };

    private async Task<(Guid List, Guid Product, Guid Unit)> SeededAsync() =>
        (await _client.IdOfAsync("pricelevels", "pricelevelid", "name eq 'Retail'"),
            await _client.IdOfAsync("products", "productid", "productnumber eq '1000'"),
            await _client.IdOfAsync("uoms", "uomid", "name eq 'Primary Unit'"));
}
