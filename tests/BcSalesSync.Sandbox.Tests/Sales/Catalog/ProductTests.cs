using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.Sales.Catalog;

public sealed class ProductTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_new_product_is_a_draft_in_the_currency_of_the_organisation()
    {
        var id = await _client.CreateProductAsync("P1");

        var row = await _client.GetAsync($"products({id})");

        Assert.Equal(2, row.GetProperty("statecode").GetInt32());
        Assert.Equal(0, row.GetProperty("statuscode").GetInt32());
        Assert.Equal(1, row.GetProperty("productstructure").GetInt32());
        Assert.Equal(100m, row.GetProperty("price_base").GetDecimal());
        Assert.NotEqual(JsonValueKind.Null, row.GetProperty("_transactioncurrencyid_value").ValueKind);
        Assert.False(row.TryGetProperty("_ownerid_value", out _));
    }

    [Fact]
    public async Task An_organisation_can_want_new_products_without_a_parent_active_at_once()
    {
        var organization = (await _client.GetAsync("WhoAmI")).GetProperty("OrganizationId").GetGuid();
        await _client.ChangeAsync($"organizations({organization})", new { createproductswithoutparentinactivestate = true });
        var family = await _client.CreateBelowAsync("F1", null, structure: 2);

        Assert.Equal(0, await _client.StateAsync($"products({await _client.CreateProductAsync("P1")})"));
        Assert.Equal(2, await _client.StateAsync($"products({await _client.CreateBelowAsync("P2", family)})"));
    }

    [Fact]
    public async Task Its_state_is_not_given_on_creation()
    {
        var (group, unit) = await _client.CreateGroupAsync();
        var row = CatalogSteps.Product("P1", group, unit);
        row["statecode"] = 0;

        (await _client.SendAsync("POST", "products", row)).Refuses(HttpStatusCode.BadRequest, "0x80040203");
    }

    [Fact]
    public async Task A_product_needs_a_number_no_other_one_has()
    {
        var (group, unit) = await _client.CreateGroupAsync();
        await _client.CreateAsync("products", CatalogSteps.Product("Bike-1", group, unit));
        var second = await _client.CreateAsync("products", CatalogSteps.Product("BIKE-2", group, unit));
        var without = CatalogSteps.Product("x", group, unit);
        without.Remove("productnumber");

        (await _client.SendAsync("POST", "products", CatalogSteps.Product("bike-1", group, unit)))
            .Refuses(HttpStatusCode.BadRequest, "0x80043B06");
        (await _client.PatchAsync($"products({second})", new { productnumber = "BIKE-1" }))
            .Refuses(HttpStatusCode.BadRequest, "0x80043B06");
        (await _client.SendAsync("POST", "products", without)).Refuses(HttpStatusCode.BadRequest, "0x80043B05");
        await _client.ChangeAsync($"products({second})", new { productnumber = "BIKE-2", name = "Second" });
    }

    [Theory]
    [InlineData("defaultuomscheduleid@odata.bind", "0x80043B0A")]
    [InlineData("defaultuomid@odata.bind", "0x80043B0D")]
    public async Task A_product_needs_a_unit_and_its_group(string missing, string code)
    {
        var (group, unit) = await _client.CreateGroupAsync();
        var row = CatalogSteps.Product("P1", group, unit);
        row.Remove(missing);

        (await _client.SendAsync("POST", "products", row)).Refuses(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task The_unit_of_a_product_belongs_to_its_group()
    {
        var (group, _) = await _client.CreateGroupAsync();
        var (_, foreign) = await _client.CreateGroupAsync("KG");

        (await _client.SendAsync("POST", "products", CatalogSteps.Product("P1", group, foreign)))
            .Refuses(HttpStatusCode.BadRequest, "0x80043B16");
    }

    [Theory]
    [InlineData("price", -0.01, "0x80044330")]
    [InlineData("quantityonhand", -1, "0x80044330")]
    [InlineData("quantitydecimal", 6, "0x8004432F")]
    [InlineData("producttypecode", 5, "0x8004431A")]
    public async Task Numbers_stay_within_their_bounds(string column, double value, string code)
    {
        var id = await _client.CreateProductAsync("P1");
        object number = value == Math.Truncate(value) ? (int)value : value;

        (await _client.PatchAsync($"products({id})", new Dictionary<string, object> { [column] = number }))
            .Refuses(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_product_is_published_retired_and_brought_back_by_its_state()
    {
        var row = $"products({await _client.CreateProductAsync("P1")})";

        await _client.ChangeAsync(row, new { statecode = 0, statuscode = 1 });
        await _client.ChangeAsync(row, new { statecode = 1 });
        Assert.Equal(2, (await _client.GetAsync(row)).GetProperty("statuscode").GetInt32());
        await _client.ChangeAsync(row, new { statecode = 0 });

        Assert.Equal(0, await _client.StateAsync(row));
    }

    [Fact]
    public async Task A_product_is_revised_and_published_again()
    {
        var row = $"products({await _client.CreateProductAsync("P1")})";
        Assert.Equal(HttpStatusCode.NoContent, (await PublishAsync(row)).Status);
        await _client.ChangeAsync(row, new { statecode = 3, statuscode = 3 });
        await _client.ChangeAsync(row, new { name = "Revised" });

        Assert.Equal(HttpStatusCode.NoContent, (await PublishAsync(row)).Status);

        Assert.Equal(0, await _client.StateAsync(row));
        (await PublishAsync(row)).Refuses(HttpStatusCode.BadRequest, "0x8004F90A");
        (await PublishAsync($"products({Guid.Empty})")).Refuses(HttpStatusCode.NotFound, "0x80040217");
        (await PublishAsync($"accounts({await _client.AccountAsync("Fabrikam")})")).Refuses(HttpStatusCode.NotFound, "0x80060888");
    }

    [Theory]
    [InlineData("", 1, "0x8004F978")]
    [InlineData("", 2, "0x8004F981")]
    [InlineData("", 3, "0x8004F913")]
    [InlineData("0", 0, "0x8004F982")]
    [InlineData("0", 2, "0x8004F912")]
    [InlineData("0 1", 1, "0x8004F980")]
    [InlineData("0 1", 2, "0x8004F912")]
    [InlineData("0 1", 3, "0x8004F913")]
    [InlineData("0 3", 2, "0x8004F912")]
    public async Task Other_ways_through_its_life_are_refused(string before, int wanted, string code)
    {
        var row = $"products({await _client.CreateProductAsync("P1")})";
        foreach (var state in before.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            await _client.ChangeAsync(row, new { statecode = int.Parse(state, null) });
        }

        (await _client.PatchAsync(row, new { statecode = wanted })).Refuses(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_family_is_published_revised_and_retired_with_what_lies_below_it()
    {
        var family = await _client.CreateBelowAsync("F1", null, structure: 2);
        var below = await _client.CreateBelowAsync("F2", family, structure: 2);
        var product = $"products({await _client.CreateBelowAsync("P1", below)})";

        (await _client.PatchAsync(product, new { statecode = 0 })).Refuses(HttpStatusCode.BadRequest, "0x8004F909");
        await PublishAsync($"products({family})");
        Assert.Equal(0, await _client.StateAsync(product));
        await _client.ChangeAsync($"products({family})", new { statecode = 3 });
        Assert.Equal(3, await _client.StateAsync(product));
        await _client.ChangeAsync($"products({family})", new { statecode = 1 });
        Assert.Equal(1, await _client.StateAsync(product));

        (await _client.PatchAsync(product, new { statecode = 0 })).Refuses(HttpStatusCode.BadRequest, "0x8004F977");
        (await _client.PatchAsync($"products({family})", new { statecode = 0 })).Refuses(HttpStatusCode.BadRequest, "0x8004F977");
    }

    [Fact]
    public async Task A_family_needs_no_unit_and_is_the_only_parent()
    {
        var family = await _client.CreateAsync("products", new { productnumber = "F1", name = "Bicycles", productstructure = 2 });
        var plain = await _client.CreateProductAsync("P1");
        var (group, unit) = await _client.CreateGroupAsync();
        var row = CatalogSteps.Product("P2", group, unit);
        row["parentproductid@odata.bind"] = $"/products({plain})";

        (await _client.SendAsync("POST", "products", row)).Refuses(HttpStatusCode.BadRequest, "0x8004F998");
        (await _client.PatchAsync(
            $"products({plain})", new Dictionary<string, object> { ["parentproductid@odata.bind"] = $"/products({family})" }))
            .Refuses(HttpStatusCode.BadRequest, "0x80040203");
    }

    [Fact]
    public async Task The_default_price_list_follows_the_creation_in_the_same_currency()
    {
        var id = await _client.CreateProductAsync("P1");
        var list = await _client.IdOfAsync("pricelevels", "pricelevelid", "name eq 'Retail'");
        var dollars = await _client.CreateListAsync("Dollars", await _client.CreateDollarAsync());
        var (group, unit) = await _client.CreateGroupAsync();
        var early = CatalogSteps.Product("P2", group, unit);
        early["pricelevelid@odata.bind"] = $"/pricelevels({list})";

        await _client.ChangeAsync($"products({id})", Bind(list));

        (await _client.SendAsync("POST", "products", early)).Refuses(HttpStatusCode.BadRequest, "0x80040203");
        (await _client.PatchAsync($"products({id})", Bind(dollars))).Refuses(HttpStatusCode.BadRequest, "0x80048CF6");
        Assert.Equal(list, (await _client.GetAsync($"products({id})")).GetProperty("_pricelevelid_value").GetGuid());
    }

    [Fact]
    public async Task A_product_on_a_price_list_is_not_deleted_and_one_on_none_is()
    {
        var used = await _client.IdOfAsync("products", "productid", "productnumber eq '1000'");
        var unused = await _client.IdOfAsync("products", "productid", "productnumber eq 'PLAN'");

        (await _client.SendAsync("DELETE", $"products({used})")).Refuses(HttpStatusCode.MethodNotAllowed, "0x80040227");

        Assert.Equal(HttpStatusCode.NoContent, (await _client.SendAsync("DELETE", $"products({unused})")).Status);
    }

    [Fact]
    public async Task A_deleted_family_takes_along_what_lies_below_it()
    {
        var family = await _client.CreateBelowAsync("F1", null, structure: 2);
        var below = await _client.CreateBelowAsync("F2", family, structure: 2);
        var product = await _client.CreateBelowAsync("P1", below);

        await _client.SendAsync("DELETE", $"products({family})");

        Assert.Equal(HttpStatusCode.NotFound, (await _client.SendAsync("GET", $"products({product})")).Status);
    }

    private static Dictionary<string, object> Bind(Guid list) => new() { ["pricelevelid@odata.bind"] = $"/pricelevels({list})" };

    private Task<Answer> PublishAsync(string row) =>
        _client.SendAsync("POST", row + "/Microsoft.Dynamics.CRM.PublishProductHierarchy");
}
