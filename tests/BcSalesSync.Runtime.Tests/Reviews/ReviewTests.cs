using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Reviews;

public sealed class ReviewTests
{
    [Theory]
    [InlineData("SALESPEOPLE", "")]
    [InlineData("CURRENCY", "")]
    [InlineData("CUSTOMER", "SALESPEOPLE CURRENCY PAYMENT_TERMS SHIPMENT_METHOD SHIPPING_AGENT")]
    [InlineData("CONTACT", "CUSTOMER VENDOR")]
    [Trait("Scenario", "FUL-104")]
    public async Task Lines_depend_on_what_their_records_refer_to(string mapping, string dependsOn)
    {
        await using var world = await SyncWorld.OpenAsync();

        var review = await world.Session.ReviewAsync();

        Assert.Equal(dependsOn, string.Join(' ', review[mapping].DependsOn.Select(name => name.Replace(' ', '_'))));
    }

    [Theory]
    [InlineData("empty", "CUSTOMER", FullSyncRecommendation.NoRecords)]
    [InlineData("scale:5", "CUSTOMER", FullSyncRecommendation.FullSync)]
    [InlineData("cronus", "CUSTOMER", FullSyncRecommendation.Couple)]
    [InlineData("empty", "CONTACT", FullSyncRecommendation.NoRecords)]
    [InlineData("cronus", "CONTACT", FullSyncRecommendation.Couple)]
    [InlineData("empty", "SALESPEOPLE", FullSyncRecommendation.FullSync)]
    [InlineData("cronus", "SALESPEOPLE", FullSyncRecommendation.FullSync)]
    [InlineData("cronus", "CURRENCY", FullSyncRecommendation.FullSync)]
    [Trait("Scenario", "FUL-114")]
    public async Task The_recommendation_follows_from_what_both_sides_hold(string seed, string mapping, FullSyncRecommendation expected)
    {
        await using var world = await SyncWorld.OpenAsync(seed);

        var review = await world.Session.ReviewAsync();

        Assert.Equal(expected, review[mapping].Recommendation);
    }

    [Fact]
    [Trait("Scenario", "FUL-114")]
    public async Task A_second_currency_in_Sales_asks_for_coupling_first()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.AddInSalesAsync("CURRENCY", new { isocurrencycode = "USD", currencyname = "US dollar", currencysymbol = "$", exchangerate = 1.1m });

        var review = await world.Session.ReviewAsync();

        Assert.Equal(FullSyncRecommendation.Couple, review["CURRENCY"].Recommendation);
    }

    [Fact]
    [Trait("Scenario", "FUL-114")]
    public async Task Lines_to_be_coupled_first_couple_what_matches_and_create_nothing()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        var dollar = await world.AddInSalesAsync(
            "CURRENCY", new { isocurrencycode = "USD", currencyname = "Dollar", currencysymbol = "$", exchangerate = 1.1m });

        var line = Assert.Single(await world.FullSyncAsync(action: null, "CURRENCY"));

        Assert.Equal((FullSyncStatus.Finished, 0, 0), (line.Status, line.Inserted, line.Failed));
        Assert.Equal(dollar, Assert.Single(await world.CouplingsAsync("CURRENCY")).SalesId);
        Assert.Equal(2, (await world.Desk.RowsAsync("sales", "transactioncurrencies")).Count);
        Assert.Contains("-Action FullSync", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "FUL-117")]
    public async Task A_mapping_left_out_of_one_run_takes_part_in_the_next()
    {
        await using var world = await SyncWorld.OpenAsync();
        Assert.Equal("CURRENCY", Assert.Single(await world.FullSyncAsync(action: null, "CURRENCY")).Mapping);

        var lines = await world.FullSyncAsync(action: null);

        Assert.Equal(["SALESPEOPLE", "CURRENCY", "CUSTOMER", "CONTACT"], lines.Select(line => line.Mapping));
    }

    [Fact]
    [Trait("Scenario", "FUL-127")]
    public async Task Looking_at_the_review_starts_nothing()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");

        var states = await world.Session.StatesAsync();

        Assert.Equal("SALESPEOPLE=NotStarted CURRENCY=NotStarted CUSTOMER=NotStarted CONTACT=NotStarted", states);
        Assert.Empty(await world.JobsAsync());
    }

    [Fact]
    [Trait("Scenario", "FUL-127")]
    [Trait("Scenario", "FUL-132")]
    public async Task Once_started_lines_run_when_what_they_depend_on_is_finished()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        var hold = world.Watch.HoldSalesWrites("transactioncurrencies");

        await world.StartAsync();
        await hold.Reached;
        var states = await world.Session.StatesAsync();
        hold.Release();
        await world.WaitAsync();

        Assert.Equal("SALESPEOPLE=Finished CURRENCY=Running CUSTOMER=Waiting CONTACT=Waiting", states);
        Assert.Equal("SALESPEOPLE=Finished CURRENCY=Finished CUSTOMER=Finished CONTACT=Finished", await world.Session.StatesAsync());
    }
}
