using BcSalesSync.Sandbox.Tests.BusinessCentral;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.Core;

public sealed class SeedTests
{
    [Fact]
    public async Task A_seed_row_has_the_same_id_in_every_sandbox()
    {
        using var one = await BcClient.ConnectAsync();
        using var other = await BcClient.ConnectAsync();
        var id = (await one.CustomerAsync("C10000")).GetProperty("id").GetGuid();
        Assert.Equal(id, (await other.CustomerAsync("C10000")).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task The_id_of_a_seed_row_is_no_name_based_one_as_none_of_the_services_is()
    {
        using var bc = await BcClient.ConnectAsync();
        var id = (await bc.CustomerAsync("C10000")).GetProperty("id").GetGuid();
        Assert.DoesNotContain((id.ToByteArray(bigEndian: true)[6] & 0xF0) >> 4, new[] { 3, 5 });
    }

    [Fact]
    public async Task Cronus_has_the_named_master_data()
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.Equal(["JO", "LT", "PS"], await Codes(bc, "salespeoplePurchasers"));
        Assert.Equal(["GBP", "SEK", "USD"], await Codes(bc, "currencies"));
        Assert.Equal(["2%10NET30", "NET30", "NET45", "NET60"], await Codes(bc, "paymentTerms"));
        Assert.Equal(["FOB", "NOCHARGE"], await Codes(bc, "shipmentMethods"));
        Assert.Equal(6, (await bc.RowsAsync("currencyExchangeRates")).Count);
        Assert.Equal("EUR", (await bc.RowsAsync("generalLedgerSetup"))[0].GetProperty("localCurrencyCode").GetString());
        Assert.Equal("All", (await bc.CustomerAsync("C90000")).GetProperty("blocked").GetString());
    }

    [Fact]
    public async Task Every_seeded_contact_of_a_customer_refers_to_rows_that_exist()
    {
        using var bc = await BcClient.ConnectAsync();
        var contacts = await bc.ShowRowsAsync("contacts");
        var numbers = contacts.Select(row => row.GetProperty("number").GetString()).ToHashSet();
        Assert.All(contacts, row => Assert.Contains(row.GetProperty("companyNumber").GetString(), numbers));
        var primary = (await bc.ShowRowsAsync("customers")).Select(row => row.GetProperty("primaryContactNumber").GetString());
        Assert.All(primary.Where(number => number!.Length > 0), number => Assert.Contains(number, numbers));
    }

    [Fact]
    public async Task The_empty_seed_has_a_company_and_its_local_currency_alone()
    {
        using var bc = await BcClient.ConnectAsync("empty");
        Assert.Empty(await bc.RowsAsync("customers"));
        Assert.Empty(await bc.RowsAsync("salespeoplePurchasers"));
        Assert.Single(await bc.RowsAsync("generalLedgerSetup"));
    }

    [Fact]
    public void An_unknown_seed_is_refused() => Assert.Throws<ArgumentException>(() => new SandboxHandler(new SandboxOptions { Seed = "x" }));

    private static async Task<List<string?>> Codes(BcClient bc, string set) =>
        [.. (await bc.RowsAsync(set)).Select(row => row.GetProperty("code").GetString())];
}
