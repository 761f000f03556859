using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Passes;

public sealed class SelectedRecordsTests
{
    private static readonly string[] Customers = ["C10000", "C20000", "C30000", "C40000", "C50000"];

    [Fact]
    public async Task Two_requests_for_records_of_one_mapping_do_not_overwrite_each_other()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.RunAsync("SALESPEOPLE");
        var jim = await world.PairAsync("SALESPEOPLE", "JO", "Jim Olive");
        var linda = await world.PairAsync("SALESPEOPLE", "LT", "Linda Turner");
        var mappings = await world.Session.GetTableMappingsAsync(null, default).CountAsync();
        await jim.EditSalesAsync(("mobilephone", "111"));
        await linda.EditSalesAsync(("mobilephone", "222"));
        var mappings = await world.Session.GetTableMappingsAsync(null, default).CountAsync();

        var first = await jim.SyncAsync(SyncDirection.ToBusinessCentral);
        var second = await linda.SyncAsync(SyncDirection.ToBusinessCentral);

        Assert.Equal((jim.BcId, linda.BcId), (first.BcId, second.BcId));
        Assert.Equal(("111", "222"), (await jim.BcAsync("phoneNo"), await linda.BcAsync("phoneNo")));
        Assert.Equal(mappings, await world.Session.GetTableMappingsAsync(null, default).CountAsync());
    }

    [Theory]
    [InlineData(SyncDirection.ToSales)]
    [InlineData(SyncDirection.ToBusinessCentral)]
    [Trait("Scenario", "ENG-155")]
    public async Task Five_chosen_records_in_step_are_one_job_that_rewrites_them_all(SyncDirection direction)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pairs = await CustomersAsync(world);

        var results = await ForceAsync(world, "CUSTOMER", direction, pairs);

        Assert.Equal(5, results.Count(result => result.Action is SyncAction.Updated));
        Assert.Equal("Modified=5", await world.CountsAsync("CUSTOMER", direction));
        Assert.Single(results.Select(result => result.RunId).Distinct());
    }

    [Fact]
    [Trait("Scenario", "ENG-155")]
    public async Task Chosen_records_of_two_mappings_are_one_job_each()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customers = await CustomersAsync(world);
        var contacts = new List<CoupledPair>();
        foreach (var number in new[] { "CT000201", "CT000202", "CT000203", "CT000204", "CT000205" })
            contacts.Add(await world.CreateInSalesAsync("CONTACT", number));

        await ForceAsync(world, "CUSTOMER", SyncDirection.ToSales, customers);
        await ForceAsync(world, "CONTACT", SyncDirection.ToSales, contacts);

        Assert.Equal("Modified=5", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        Assert.Equal("Modified=5", await world.CountsAsync("CONTACT", SyncDirection.ToSales));
    }

    [Fact]
    [Trait("Scenario", "ENG-152")]
    public async Task Five_records_need_no_more_requests_than_one()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pairs = await CustomersAsync(world);
        foreach (var pair in pairs)
            await pair.EditBcAsync(("city", "Ely"));
        await pairs[0].SyncAsync(SyncDirection.ToSales);
        await pairs[0].EditBcAsync(("city", "Bath"));
        await world.Desk.ResetRequestsAsync();
        await pairs[0].SyncAsync(SyncDirection.ToSales);
        var forOne = (await world.Desk.RequestsAsync()).Sum(count => count.Requests);
        await pairs[0].EditBcAsync(("city", "York"));
        await world.Desk.ResetRequestsAsync();

        await world.SyncAsync("CUSTOMER", SyncDirection.ToSales, [.. pairs.Select(pair => new RecordSelector { BcId = pair.BcId })]);

        Assert.Equal("Modified=5", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        Assert.InRange((await world.Desk.RequestsAsync()).Sum(count => count.Requests), 1, forOne);
    }

    private static async Task<List<CoupledPair>> CustomersAsync(SyncWorld world)
    {
        var pairs = new List<CoupledPair>();
        foreach (var number in Customers)
            pairs.Add(await world.CreateInSalesAsync("CUSTOMER", number));
        await world.RunAsync("CUSTOMER");
        return pairs;
    }

    private static Task<List<BcSyncResult>> ForceAsync(SyncWorld world, string mapping, SyncDirection direction, IEnumerable<CoupledPair> pairs) =>
        world.Session.SyncNowAsync(
            new SyncNowRequest
            {
                Mapping = mapping,
                Direction = direction,
                Force = true,
                Records = [.. pairs.Select(pair => direction is SyncDirection.ToSales ? new RecordSelector { BcId = pair.BcId } : new RecordSelector { SalesId = pair.SalesId })],
            },
            world.Observer,
            default).ToListAsync().AsTask();
}
