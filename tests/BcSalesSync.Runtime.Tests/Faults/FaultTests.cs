using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Faults;

public sealed class FaultTests
{
    private const int Customers = 250;
    private const string Poisoned = "Customer 000123";

    public static TheoryData<string, object> Weather => new()
    {
        { "Sales is busy and says for how long", new { system = "sales", method = "POST", path = "accounts", status = 429, retryAfter = 2, times = 2 } },
        { "Sales is away for a while", new { system = "sales", method = "POST", path = "accounts", status = 503, times = 2 } },
        { "a connection to Sales breaks before the request arrives", new { system = "sales", method = "POST", path = "accounts", when = "before", times = 1 } },
        { "the answer of Sales is lost", new { system = "sales", method = "POST", path = "accounts", when = "after", times = 1 } },
        { "the answer of the second bulk write is lost", new { system = "sales", method = "POST", path = "accounts", when = "after", times = 1, skip = 1 } },
        { "Business Central is busy without saying for how long", new { system = "bc", method = "GET", path = "customers", status = 429, times = 2 } },
        { "Business Central is away while it is read", new { system = "bc", method = "GET", path = "customers", status = 503, retryAfter = 1, times = 1 } },
        { "Sales breaks off while changes are read", new { system = "sales", method = "GET", path = "accounts", when = "after", times = 1 } },
    };

    [Theory]
    [MemberData(nameof(Weather))]
    public async Task Bad_weather_loses_and_doubles_nothing(string weather, object rule)
    {
        await using var world = await OpenAsync();
        await world.Desk.FaultAsync(rule);

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER"));

        Assert.True((line.Status, line.Inserted, line.Failed) == (FullSyncStatus.Finished, Customers, 0), $"{weather}: {line}");
        var names = (await world.Desk.RowsAsync("sales", "accounts")).Select(row => row["name"]!.ToString()).ToList();
        Assert.Equal(Customers, names.Count);
        Assert.Equal(Customers, names.Distinct().Count());
    }

    [Fact]
    public async Task A_poisoned_record_in_the_middle_of_a_bulk_write_costs_only_itself_and_is_taken_up_once_it_is_healed()
    {
        await using var world = await OpenAsync();
        await world.Desk.FaultAsync(new
        {
            system = "sales",
            set = "accounts",
            rowMatch = new { name = Poisoned },
            status = 400,
            code = "0x80040265",
            message = "The plug-in does not like this account.",
        });

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, Customers - 1, 1), (line.Status, line.Inserted, line.Failed));
        var error = Assert.Single(await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CUSTOMER" }, default).ToListAsync());
        Assert.Equal(("C000123", "BcSync.Record.Refused", FailureClass.Data), (error.BcNo, error.ErrorId, error.Class));
        Assert.Contains("does not like", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.Equal(Customers - 1, (await world.Desk.RowsAsync("sales", "accounts")).Count);

        await world.Desk.ClearFaultsAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncOnlyCoupled = false });
        await world.RunAsync("CUSTOMER");

        Assert.Equal(Customers, (await world.Desk.RowsAsync("sales", "accounts")).Count);
    }

    [Fact]
    public async Task A_service_that_stays_away_fails_the_mapping_with_its_name_and_loses_nothing()
    {
        await using var world = await OpenAsync();
        await world.Desk.FaultAsync(new { system = "bc", method = "GET", path = "systemRowVersion", status = 503 });

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER"));
        Assert.Equal(FullSyncStatus.Failed, line.Status);
        Assert.Contains("Business Central", line.Message, StringComparison.Ordinal);

        await world.Desk.ClearFaultsAsync();
        await world.Session.ResumeFullSyncAsync(null, default);
        await world.Session.WaitFullSyncAsync(world.Observer, default);

        Assert.Equal(Customers, (await world.Desk.RowsAsync("sales", "accounts")).Count);
    }

    [Fact]
    public async Task A_start_that_meets_an_absent_service_says_so_and_can_be_repeated()
    {
        await using var world = await OpenAsync();
        await world.Desk.FaultAsync(new { system = "sales", method = "GET", path = "accounts", status = 503 });

        var problem = await Assert.ThrowsAsync<SyncException>(() => world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER"));
        Assert.Equal(("BcSync.Sales.Unreachable", FailureClass.Transient), (problem.Error.ErrorId, problem.Error.Class));

        await world.Desk.ClearFaultsAsync();
        Assert.Equal(FullSyncStatus.Finished, Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER")).Status);
    }

    private static async Task<SyncWorld> OpenAsync()
    {
        var world = await SyncWorld.OpenAsync($"scale:{Customers}");
        await world.PrepareReferencesAsync();
        return world;
    }
}
