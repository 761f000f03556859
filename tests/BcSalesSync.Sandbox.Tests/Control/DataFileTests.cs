using BcSalesSync.Sandbox.Tests.BusinessCentral;

namespace BcSalesSync.Sandbox.Tests.Control;

public sealed class DataFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-data").FullName;

    [Fact]
    public async Task What_was_answered_is_there_for_the_next_process()
    {
        long version;
        using (var bc = await OpenAsync())
        {
            await bc.SendAsync(HttpMethod.Post, bc.Company + "/customers", new { displayName = "Kept", creditLimit = 12.5m });
            var id = (await bc.CustomerAsync("C20000")).GetProperty("id").GetString();
            await bc.SendAsync(HttpMethod.Delete, $"{bc.Company}/customers({id})", null, ("If-Match", "*"));
            await bc.PostAsync("clock", new { now = "2026-01-01T00:00:00Z", salesOffset = "PT5M" });
            version = await MarkAsync(bc);
        }

        using (var bc = await OpenAsync())
        {
            Assert.Equal(12.5m, (await bc.CustomerAsync("C100001")).GetProperty("creditLimit").GetDecimal());
            Assert.Empty(await bc.RowsAsync("customers", "?$filter=number eq 'C20000'"));
            Assert.Equal(version, await MarkAsync(bc));
            Assert.Equal(2026, (await bc.ShowAsync("clock")).GetProperty("now").GetDateTimeOffset().Year);
        }
    }

    [Fact]
    public async Task A_file_cut_off_without_a_goodbye_has_every_answered_write()
    {
        using var first = await OpenAsync();
        await first.SendAsync(HttpMethod.Post, first.Company + "/customers", new { displayName = "Kept" });
        foreach (var file in Directory.GetFiles(_folder))
        {
            File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "copy")).FullName, Path.GetFileName(file)));
        }

        using var second = await OpenAsync(Path.Combine(_folder, "copy"));
        Assert.Equal("Kept", (await second.CustomerAsync("C100001")).GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task Every_row_of_both_systems_comes_back_as_it_was()
    {
        string[] sets =
        [
            "bc&set=customers", "bc&set=contacts", "bc&set=contactBusinessRelations", "bc&set=currencyExchangeRates",
            "bc&set=deletedRecords", "bc&set=vendors", "bc&set=items", "bc&set=itemUnitsOfMeasure", "bc&set=unitGroups",
            "bc&set=itemLedgerEntries", "bc&set=resources", "bc&set=salesPrices", "bc&set=priceListHeaders", "bc&set=priceListLines",
            "bc&set=opportunities", "sales&set=accounts", "sales&set=contacts", "sales&set=systemusers", "sales&set=transactioncurrencies",
            "sales&set=uomschedules", "sales&set=uoms", "sales&set=products", "sales&set=pricelevels", "sales&set=productpricelevels",
            "sales&set=opportunities", "sales&set=stringmaps",
        ];
        List<string> before;
        using (var bc = await OpenAsync())
        {
            await bc.AsUserAsync("customers", new { number = "C10000", displayName = "Adatum Group" });
            await bc.AsUserAsync("items", new { displayName = "Bench", baseUnitOfMeasureCode = "PCS" });
            await bc.PostAsync("events", new { type = "adjustInventory", itemNo = "I100001", quantity = 3 });
            await bc.AsUserAsync("priceListHeaders", new { code = "S000002", status = "Active" });
            var account = new { name = "Adatum South", creditlimit = 12.5m };
            await bc.PostAsync("rows", new { system = "sales", set = "accounts", rows = new[] { account } });
            var group = new { name = "NAV PCS", baseuomname = "PCS" };
            await bc.PostAsync("rows", new { system = "sales", set = "uomschedules", rows = new[] { group } });
            before = await DumpAsync(bc, sets);
        }

        using (var bc = await OpenAsync())
        {
            Assert.Equal(before, await DumpAsync(bc, sets));
        }
    }

    [Fact]
    public async Task The_organisation_is_the_same_when_it_is_opened_again_and_another_when_it_begins_anew()
    {
        Guid known;
        using (var bc = await OpenAsync())
        {
            known = await OrganizationAsync(bc);
        }

        using (var bc = await OpenAsync())
        {
            Assert.Equal(known, await OrganizationAsync(bc));
            await bc.PostAsync("reset", new { seed = "cronus", now = "2026-01-01T00:00:00Z" });
            Assert.NotEqual(known, await OrganizationAsync(bc));
        }
    }

    [Fact]
    public async Task A_reset_starts_the_file_over()
    {
        using (var bc = await OpenAsync())
        {
            await bc.SendAsync(HttpMethod.Post, bc.Company + "/customers", new { displayName = "Lost" });
            await bc.PostAsync("reset", new { seed = "scale:10", now = "2026-01-01T00:00:00Z" });
        }

        using (var bc = await OpenAsync())
        {
            Assert.Equal(10, (await bc.RowsAsync("customers")).Count);
            Assert.Equal(2026, (await bc.ShowAsync("clock")).GetProperty("now").GetDateTimeOffset().Year);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<BcClient> OpenAsync(string? folder = null)
    {
        var client = new BcClient(new SandboxOptions { DataPath = Path.Combine(folder ?? _folder, "sandbox.db") });
        await client.FindCompanyAsync();
        return client;
    }

    private static async Task<List<string>> DumpAsync(BcClient bc, IEnumerable<string> sets)
    {
        var texts = new List<string>();
        foreach (var set in sets)
        {
            texts.Add((await bc.ShowAsync("rows?system=" + set)).GetRawText());
        }

        return texts;
    }

    private static async Task<Guid> OrganizationAsync(BcClient bc) =>
        Assert.Single((await bc.ShowAsync("rows?system=sales&set=organizations")).GetProperty("rows").EnumerateArray())
            .GetProperty("organizationid").GetGuid();

    private static async Task<long> MarkAsync(BcClient bc) => (await bc.GetAsync($"sync:{bc.Company}/capabilities"))
        .GetProperty("value")[0].GetProperty("minimumActiveRowVersion").GetInt64();
}
