using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Faults;

/// <summary>Trouble while accounts become customers: batches of independent requests, with and without ids of the client's choice.</summary>
public sealed class FaultTowardsBusinessCentralTests
{
    private const int Accounts = 130;
    private const string Poisoned = "Account 057";

    public static TheoryData<int, string, object> Weather
    {
        get
        {
            var weather = new TheoryData<int, string, object>();
            foreach (var tier in new[] { 2, 0 })
            {
                weather.Add(tier, "a batch is put off", new { system = "bc", method = "POST", path = "$batch", status = 429, retryAfter = 2, times = 2 });
                weather.Add(tier, "the service is away for a while", new { system = "bc", method = "POST", path = "$batch", status = 503, times = 2 });
                weather.Add(tier, "members of a batch are put off", Member(new { status = 429, times = 5, skip = 20 }));
                weather.Add(tier, "the connection breaks before a batch", new { system = "bc", method = "POST", path = "$batch", when = "before", times = 1 });
                weather.Add(tier, "the answer to a batch is lost", new { system = "bc", method = "POST", path = "$batch", when = "after", times = 1 });
                weather.Add(tier, "the connection breaks within a batch", Member(new { when = "after", times = 1, skip = 40 }));
                weather.Add(tier, "a batch takes its time", new { system = "bc", method = "POST", path = "$batch", when = "delay", delay = 20_000, times = 2 });
            }

            return weather;
        }
    }

    [Theory]
    [MemberData(nameof(Weather))]
    public async Task Bad_weather_loses_and_doubles_nothing(int tier, string weather, object rule)
    {
        await using var world = await OpenAsync(tier);
        await world.Desk.FaultAsync(rule);

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER"));

        Assert.True((line.Status, line.Inserted + line.Coupled, line.Failed) == (FullSyncStatus.Finished, Accounts, 0), $"{weather}: {line}");
        var names = (await world.Desk.RowsAsync("bc", "customers")).Select(row => row["displayName"]!.ToString()).ToList();
        Assert.Equal((Accounts, Accounts), (names.Count, names.Distinct().Count()));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task A_poisoned_record_costs_only_itself_and_is_taken_up_once_it_is_healed(int tier)
    {
        await using var world = await OpenAsync(tier);
        await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER");
        await world.Desk.FaultAsync(new
        {
            system = "bc", set = "customers", rowMatch = new { displayName = Poisoned }, status = 400, code = "Application_DialogException",
            message = "This customer is checked by somebody else.",
        });
        var accounts = await world.Desk.RowsAsync("sales", "accounts");
        await world.Desk.SalesAsync("accounts", [.. accounts.Select(row => new { accountid = row["accountid"], address1_city = "Bremen" })]);

        var results = await world.RunAsync("CUSTOMER");

        Assert.Equal(Accounts - 1, results.Count(result => result.Action is SyncAction.Updated));
        var failed = Assert.Single(results, result => result.Action is SyncAction.Failed);
        Assert.Equal((Poisoned, FailureClass.Data), (failed.SalesName, failed.Error!.Class));
        var error = await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CUSTOMER" }, default).SingleAsync();
        Assert.Contains("somebody else", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);

        await world.Desk.ClearFaultsAsync();

        Assert.Equal(Poisoned, Assert.Single(await world.RunAsync("CUSTOMER")).SalesName);
        Assert.All(await world.Desk.RowsAsync("bc", "customers"), row => Assert.Equal("Bremen", (string?)row["city"]));
    }

    private static object Member(object rule)
    {
        var member = rule.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(rule));
        foreach (var (name, value) in new (string, object)[] { ("system", "bc"), ("method", "POST"), ("path", "customers"), ("operation", true) })
            member[name] = value;
        return member;
    }

    private static async Task<SyncWorld> OpenAsync(int tier)
    {
        var world = await SyncWorld.OpenAsync(tier: tier);
        await world.ReviewAsync();
        var rows = Enumerable.Range(1, Accounts).Select(i => new { name = $"Account {i:000}", customertypecode = 3, address1_city = "Rostock" });
        await world.Desk.SalesAsync("accounts", [.. rows]);
        return world;
    }
}
