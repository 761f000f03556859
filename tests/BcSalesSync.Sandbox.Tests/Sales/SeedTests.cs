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
