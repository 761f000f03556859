using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Inspection;

/// <summary>With and without the companion app in Business Central, with and without Microsoft's solutions for Business Central in Sales.</summary>
public sealed class CombinationTests
{
    [Theory]
    [InlineData(2, true, "")]
    [InlineData(0, true, "Companion app|Orders|Quotes|Account statistics|Deletions")]
    [InlineData(2, false, "Company in Sales|Owning team|Base solution|Integration solution|Orders|Account statistics")]
    [InlineData(0, false, "Companion app|Company in Sales|Owning team|Base solution|Integration solution|Orders|Quotes|Account statistics|Deletions")]
    public async Task The_test_of_the_connection_names_what_works_less_well_and_what_to_do(int tier, bool solutions, string lacking)
    {
        await using var world = await SyncWorld.OpenAsync("cronus", tier: tier, solutions: solutions);

        var checks = await world.Session.TestAsync(default).ToListAsync();

        Assert.DoesNotContain(checks, check => check.Status is CheckStatus.Failed);
        var mappings = (await world.Session.GetTableMappingsAsync(null, default).ToListAsync()).Select(mapping => mapping.Name).ToArray();
        var warned = checks.Where(check => check.Status is CheckStatus.Warning && check.Check != "Owners"
            && !mappings.Any(name => check.Check.StartsWith(name, StringComparison.Ordinal))).ToArray();
        Assert.Equal(lacking, string.Join('|', warned.Select(check => check.Check)));
        Assert.All(warned, check => Assert.NotNull(check.RecommendedAction));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(0, true)]
    [InlineData(2, false)]
    [InlineData(0, false)]
    public async Task A_full_synchronisation_comes_to_its_end_and_a_second_one_changes_nothing(int tier, bool solutions)
    {
        await using var world = await SyncWorld.OpenAsync("cronus", tier: tier, solutions: solutions);
        await world.CoupleSalespeopleAsync();

        var lines = await world.FullSyncAsync(FullSyncAction.FullSync);

        Assert.All(lines, line => Assert.Equal(FullSyncStatus.Finished, line.Status));
        Assert.All(
            ["CURRENCY", "CUSTOMER", "VENDOR", "CONTACT", "ITEM-PRODUCT", "ITEM-PRICE"],
            name => Assert.True(lines.Single(line => line.Mapping == name).Inserted > 0, name));
        var resources = lines.Single(line => line.Mapping == "RESOURCE-PRODUCT");
        Assert.Equal((tier >= 2, tier < 2), (resources.Inserted > 0, resources.Message?.Contains("companion app", StringComparison.Ordinal) is true));
        var again = await world.FullSyncAsync(FullSyncAction.FullSync);
        Assert.All(again, line => Assert.Equal((0, 0), (line.Inserted, line.Modified)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task Submitted_orders_are_taken_over_where_Sales_has_the_solution(int tier)
    {
        await using var world = await OrderWorld.OpenAsync(tier);
        var id = await world.SubmitAsync(null, world.BikeLine(2, 100m));

        var result = Assert.Single(await world.ImportAsync());

        Assert.Null(result.Error);
        var order = Assert.Single(await world.BcOrdersAsync());
        Assert.Equal(order["number"]!.ToString(), (await world.SalesOrderAsync(id))["bcbi_businesscentralordernumber"]!.ToString());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task Without_the_solution_orders_cannot_be_turned_on_and_the_error_says_what_is_missing(int tier)
    {
        await using var world = await SyncWorld.OpenAsync("cronus", tier: tier, solutions: false);

        var refused = await Assert.ThrowsAsync<SyncException>(() =>
            world.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.OneWay }, default));

        Assert.Equal("BcSync.Setup.SolutionMissing", refused.Error.ErrorId);
        Assert.Contains("solution", refused.Error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(0, true)]
    [InlineData(2, false)]
    [InlineData(0, false)]
    public async Task Quotes_are_processed_everywhere(int tier, bool solutions)
    {
        await using var world = await OrderWorld.OpenAsync(tier, solutions: solutions);
        await world.QuoteAsync(null, world.BikeLine(2, 100m));

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Equal((SyncAction.Created, null), (result.Action, result.Error));
        Assert.Equal(200m, await world.TotalAsync(Assert.Single(await world.BcQuotesAsync())));
    }
}
