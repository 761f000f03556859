using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

/// <summary>A line that couples leaves what it does not couple to the runs of its mapping, which must come to it.</summary>
public sealed class CoupleLineTests
{
    private const string Opportunities = "OPPORTUNITY";
    private const string Prices = "ITEM-PRICE";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_opportunity_that_it_left_alone_is_created_by_the_next_run_of_the_mapping(bool hasRunBefore)
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        if (hasRunBefore)
            await world.RunAsync(Opportunities);
        var number = await AddOpportunityAsync(world);

        await CoupleAsync(world, Opportunities);

        Assert.Empty(await DealsAsync(world));
        Assert.Equal(SyncAction.Created, Assert.Single(await world.RunAsync(Opportunities), result => result.BcNo == number).Action);
        Assert.Single(await DealsAsync(world));
    }

    [Fact]
    public async Task An_opportunity_that_could_not_be_created_before_is_not_created_by_it_but_by_the_next_run()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        await world.RunAsync(Opportunities);
        var number = await AddOpportunityAsync(world);
        await world.Desk.FaultAsync(new { system = "sales", set = "opportunities", method = "POST", status = 400, message = "Not today." });
        Assert.Equal(SyncAction.Failed, Assert.Single(await world.RunAsync(Opportunities), result => result.BcNo == number).Action);
        await world.Desk.ClearFaultsAsync();

        await CoupleAsync(world, Opportunities);

        Assert.Empty(await DealsAsync(world));
        Assert.Equal(SyncAction.Created, Assert.Single(await world.RunAsync(Opportunities), result => result.BcNo == number).Action);
    }

    [Fact]
    public async Task A_price_that_waited_for_its_product_is_created_once_another_line_has_coupled_that()
    {
        await using var world = await ProductSteps.OpenAsync();
        var product = await AddWaitingPriceAsync(world);
        await world.SetFieldAsync(
            new FieldMappingChange { Mapping = "ITEM-PRODUCT", BcField = "number", SalesField = "productnumber", UseForMatching = true });

        await CoupleAsync(world, "ITEM-PRODUCT", Prices);

        Assert.Equal(49.5m, Assert.Single(await world.PricesAsync(product)).Number("amount"));
    }

    [Fact]
    public async Task A_price_that_is_due_since_its_product_was_coupled_is_created_though_nothing_says_how_to_couple_prices()
    {
        using var folder = new TemporaryFolder();
        await using var world = await ProductSteps.OpenAsync(statePath: folder.File("state.db"));
        var product = await AddWaitingPriceAsync(world);
        await FieldRows.MatchByAsync(folder.File("state.db"), Prices);
        await world.PairAsync("ITEM-PRODUCT", "1000", product);

        await CoupleAsync(world, Prices);

        await world.RunAsync(Prices);
        Assert.Equal(49.5m, Assert.Single(await world.PricesAsync(product)).Number("amount"));
    }

    private static async Task CoupleAsync(SyncWorld world, params string[] mappings)
    {
        var lines = await world.FullSyncAsync(FullSyncAction.Couple, mappings);
        Assert.All(
            lines.Where(line => mappings.Contains(line.Mapping)),
            line => Assert.Equal((FullSyncAction.Couple, FullSyncStatus.Finished), (line.Action, line.Status)));
    }

    /// <summary>An item and its product, not coupled, whose price a run has passed by.</summary>
    private static async Task<Guid> AddWaitingPriceAsync(SyncWorld world)
    {
        await world.AddItemAsync("1000");
        var product = await world.AddProductAsync("1000", "Item 1000", "PCS");
        Assert.Empty(await world.RunAsync(Prices));
        return product;
    }

    private static async Task<IReadOnlyList<JsonObject>> DealsAsync(SyncWorld world) =>
        [.. (await world.Desk.RowsAsync("sales", "opportunities")).Where(row => (string?)row["name"] == "Chairs deal")];

    private static async Task<string> AddOpportunityAsync(SyncWorld world) => (await world.Desk.BcAsync("opportunities", new
    {
        description = "Chairs deal", contactNumber = "CT000202", salespersonCode = "JO", estimatedValue = 12500m, estimatedClosingDate = "2026-06-30",
    }))[0]!["number"]!.ToString();
}
