namespace BcSalesSync.Sandbox.Tests.Sales;

public sealed class SeedTests
{
    [Fact]
    public async Task The_salespeople_are_users_here_under_the_same_names()
    {
        using var client = new SalesClient();

        var users = await client.RowsAsync(
            "systemusers?$select=fullname&$orderby=fullname"
            + "&$filter=isdisabled eq false and islicensed eq true and isintegrationuser eq false");
        var people = await client.GetAsync(
            $"{SandboxOptions.BusinessCentralAddress}companies({await CompanyAsync(client)})/salespeoplePurchasers"
            + "?$select=displayName&$orderby=displayName");

        Assert.Equal(
            people.GetProperty("value").EnumerateArray().Select(person => person.GetProperty("displayName").GetString()),
            users.Select(user => user.GetProperty("fullname").GetString()));
    }

    [Fact]
    public async Task Cronus_sold_a_little_before_it_was_integrated()
    {
        using var client = new SalesClient();

        var unit = Assert.Single(
            await client.RowsAsync("uoms?$select=name,isschedulebaseuom,quantity&$expand=uomscheduleid($select=name)"));
        var products = await client.RowsAsync("products?$select=productnumber,statecode&$orderby=productnumber");
        var line = Assert.Single(
            await client.RowsAsync("productpricelevels?$select=amount,productnumber&$expand=pricelevelid($select=name)"));
        var opportunities = await client.RowsAsync("opportunities?$select=statecode,_customerid_value,_parentcontactid_value");

        Assert.Equal("Primary Unit", unit.GetProperty("name").GetString());
        Assert.Equal("Default Unit", unit.GetProperty("uomscheduleid").GetProperty("name").GetString());
        Assert.True(unit.GetProperty("isschedulebaseuom").GetBoolean());
        Assert.Equal(
            [("1000", 0), ("PLAN", 2)],
            products.Select(row => (row.GetProperty("productnumber").GetString()!, row.GetProperty("statecode").GetInt32())));
        Assert.Equal(("1000", "Retail"), (
            line.GetProperty("productnumber").GetString(), line.GetProperty("pricelevelid").GetProperty("name").GetString()));
        Assert.Equal(2, opportunities.Count(row => row.GetProperty("_customerid_value").TryGetGuid(out _)));
        Assert.Equal(3, (await client.RowsAsync("accounts?$select=name&$filter=customertypecode eq 11")).Count);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("scale:20")]
    public async Task Other_organisations_sell_nothing_yet(string seed)
    {
        using var client = new SalesClient(seed);

        foreach (var set in new[] { "uomschedules", "uoms", "products", "pricelevels", "productpricelevels", "opportunities" })
        {
            Assert.Empty(await client.RowsAsync(set));
        }
    }

    [Fact]
    public async Task An_organisation_tells_how_it_deals_with_amounts_orders_and_new_products()
    {
        using var client = new SalesClient("empty");

        var row = Assert.Single(await client.RowsAsync(
            "organizations?$select=_basecurrencyid_value,currencydecimalprecision,issopintegrationenabled,"
            + "createproductswithoutparentinactivestate&$expand=basecurrencyid($select=isocurrencycode)"));

        Assert.Equal("EUR", row.GetProperty("basecurrencyid").GetProperty("isocurrencycode").GetString());
        Assert.Equal(2, row.GetProperty("currencydecimalprecision").GetInt32());
        Assert.True(row.GetProperty("issopintegrationenabled").GetBoolean());
        Assert.False(row.GetProperty("createproductswithoutparentinactivestate").GetBoolean());
    }

    [Fact]
    public async Task An_empty_organisation_has_its_currency_company_and_own_users_only()
    {
        using var client = new SalesClient("empty");

        Assert.Empty(await client.RowsAsync("accounts?$select=name"));
        Assert.Empty(await client.RowsAsync("systemusers?$select=fullname&$filter=islicensed eq true"));
        Assert.Single(await client.RowsAsync("transactioncurrencies?$select=isocurrencycode"));
        Assert.Single(await client.RowsAsync("bcbi_companies?$select=bcbi_name"));
    }

    [Fact]
    public async Task A_scaled_organisation_has_users_but_no_accounts_yet()
    {
        using var client = new SalesClient("scale:20");

        Assert.Equal(3, (await client.RowsAsync("systemusers?$select=fullname&$filter=islicensed eq true")).Count);
        Assert.Empty(await client.RowsAsync("accounts?$select=name"));
        Assert.Empty(await client.RowsAsync("contacts?$select=fullname"));
    }

    [Fact]
    public async Task Deletions_are_remembered_by_the_data_file()
    {
        var path = Path.Combine(Path.GetTempPath(), $"sales-{Environment.ProcessId}-{nameof(SeedTests)}.db");
        File.Delete(path);
        string delta;
        Guid id;
        using (var client = new SalesClient(new SandboxOptions { DataPath = path }))
        {
            delta = (await client.GetAsync("accounts?$select=name", "odata.track-changes")).GetProperty("@odata.deltaLink").GetString()!;
            id = await client.AccountAsync("Fabrikam");
            await client.SendAsync("DELETE", $"accounts({id})");
        }

        using (var client = new SalesClient(new SandboxOptions { DataPath = path }))
        {
            Assert.Equal(id, Assert.Single(await client.RowsAsync(delta)).GetProperty("id").GetGuid());
        }

        File.Delete(path);
    }

    private static async Task<string> CompanyAsync(SalesClient client) =>
        (await client.GetAsync(SandboxOptions.BusinessCentralAddress + "companies")).GetProperty("value")[0].GetProperty("id").GetString()!;
}
