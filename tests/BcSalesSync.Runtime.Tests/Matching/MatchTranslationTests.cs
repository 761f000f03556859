using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Matching;

/// <summary>Criteria whose values look different on both sides.</summary>
public sealed class MatchTranslationTests
{
    private static readonly MatchRequest ByNameAndCurrency = new() { Mapping = "CUSTOMER", Fields = ["displayName", "currencyCode"] };

    [Fact]
    public async Task A_reference_is_compared_through_its_coupling_and_matches_nothing_while_it_has_none()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await AddTwinsAsync(world);
        var before = Twin(await world.FindAsync(ByNameAndCurrency));

        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await AddAccountAsync(world, "Twin", "USD", "Dollar twin");
        await AddAccountAsync(world, "Twin", "GBP", "Pound twin");
        var after = Twin(await world.FindAsync(ByNameAndCurrency));

        Assert.Equal([MatchOutcome.NoMatch, MatchOutcome.NoMatch], before.Select(match => match.Outcome));
        Assert.Equal([MatchOutcome.Matched, MatchOutcome.Matched], after.Select(match => match.Outcome));
        foreach (var match in after)
        {
            var customer = await world.Desk.RowAsync("bc", "customers", match.BcId!.Value);
            var account = await world.Desk.RowAsync("sales", "accounts", match.SalesId!.Value);
            Assert.Equal((string?)customer!["currencyCode"] == "USD" ? "Dollar twin" : "Pound twin", (string?)account!["address1_line2"]);
        }
    }

    [Fact]
    public async Task A_code_is_compared_with_the_label_of_a_choice()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.Desk.BcAsync("customers", new { displayName = "Twin", paymentTermsCode = "NET30" }, new { displayName = "Twin", paymentTermsCode = "NET60" });
        await world.Desk.SalesAsync(
            "accounts",
            new { name = "Twin", customertypecode = 3, paymenttermscode = 4, address1_line2 = "NET60" },
            new { name = "Twin", customertypecode = 3, paymenttermscode = 1, address1_line2 = "NET30" });

        var matches = Twin(await world.FindAsync(new MatchRequest { Mapping = "CUSTOMER", Fields = ["displayName", "paymentTermsCode"] }));

        Assert.Equal(2, matches.Length);
        foreach (var match in matches)
        {
            var customer = await world.Desk.RowAsync("bc", "customers", match.BcId!.Value);
            var account = await world.Desk.RowAsync("sales", "accounts", match.SalesId ?? Guid.Empty);
            Assert.Equal((string?)customer!["paymentTermsCode"], (string?)account?["address1_line2"]);
        }
    }

    [Fact]
    public async Task A_mapping_that_only_goes_to_Business_Central_is_matched_and_synchronised_too()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync("cronus", statePath: MatchWorld.StateOf(folder));
        await FieldRows.MatchByAsync(MatchWorld.StateOf(folder), "SALESPEOPLE", "displayName");
        await world.ChangeAsync(new TableMappingChange { Name = "SALESPEOPLE", SyncAfterCoupling = true });

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.Couple, "SALESPEOPLE"));

        Assert.Equal((FullSyncStatus.Finished, 3, 0), (line.Status, line.Coupled, line.Inserted));
        Assert.Equal((SyncOutcome.None, SyncOutcome.Success), (line.ToSalesStatus, line.ToBusinessCentralStatus));
        Assert.All(await world.CouplingsAsync("SALESPEOPLE"), coupling => Assert.Equal(SyncOutcome.Success, coupling.ToBusinessCentralResult));
    }

    private static BcCouplingMatch[] Twin(List<BcCouplingMatch> matches) => [.. matches.Where(match => match.BcName == "Twin")];

    private static Task AddTwinsAsync(SyncWorld world) => world.Desk.BcAsync(
        "customers", new { displayName = "Twin", currencyCode = "USD" }, new { displayName = "Twin", currencyCode = "GBP" });

    private static async Task AddAccountAsync(SyncWorld world, string name, string currency, string mark)
    {
        var row = await world.Desk.FindAsync("sales", "transactioncurrencies", "isocurrencycode", currency);
        await world.Desk.SalesAsync("accounts", new Dictionary<string, object>
        {
            ["name"] = name, ["customertypecode"] = 3, ["address1_line2"] = mark,
            ["transactioncurrencyid@odata.bind"] = $"/transactioncurrencies({row["transactioncurrencyid"]})",
        });
    }
}
