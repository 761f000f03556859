using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Host.Commands;
using BcSalesSync.Host.Running;
using BcSalesSync.Host.Tests.Serving;
using BcSalesSync.Runtime;
using BcSalesSync.Runtime.Connections;

namespace BcSalesSync.Host.Tests.Running;

// Both systems served, a state in which three customers are coupled, and the verb "run" over them, which knows them by its environment.
internal sealed class RunWorld : IAsyncDisposable
{
    private const string Token = "BCSYNC_TOKEN";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bcsync-run-");

    private RunWorld(ServedSandbox served)
    {
        Served = served;
        Environment = new Dictionary<string, string>
        {
            ["BCSALESSYNC_BC_URL"] = served.BusinessCentral.ToString(),
            ["BCSALESSYNC_SALES_URL"] = served.Sales.ToString(),
            ["BCSALESSYNC_ACCESS_TOKEN_VARIABLE"] = Token,
            ["BCSALESSYNC_STATE"] = State,
            [Token] = "any",
        };
    }

    public ServedSandbox Served { get; }

    public ServiceTime Clock { get; } = new();

    public Dictionary<string, string> Environment { get; }

    public string State => Path.Combine(folder.FullName, "state.db");

    public ServiceGround Ground => new()
    {
        Clock = Clock,
        Environment = Environment.GetValueOrDefault,
        Open = (settings, observer, cancellation) => SyncSessionFactory.OpenAsync(settings, observer, new SessionGround { Clock = Clock }, cancellation),
    };

    public static async Task<RunWorld> StartAsync()
    {
        var world = new RunWorld(await ServedSandbox.StartAsync("--seed", "scale:3"));
        await using var session = await ServedSession.OpenAsync(world.Served, world.State);
        foreach (var (code, user) in new[] { ("JO", "Jim Olive"), ("PS", "Peter Saddow"), ("LT", "Linda Turner") })
            await session.CoupleSalespersonAsync(code, user);
        await session.FullSyncAsync("SALESPEOPLE", "CURRENCY", "CUSTOMER");
        return world;
    }

    public RunningService Run(params string[] options) => new(Ground, options);

    public async Task<HostRun> OnceAsync(params string[] options)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await HostCommands.InvokeAsync(["run", "--once", .. options], output, errors, Ground, CancellationToken.None);
        return new HostRun(code, output.ToString(), errors.ToString());
    }

    // What an admin does on the same state.
    public async Task<T> AdministerAsync<T>(Func<ISyncSession, Task<T>> work)
    {
        await using var session = await ServedSession.OpenAsync(Served, State);
        return await work(session);
    }

    public Task HoldAsync(string entry) => AdministerAsync(session => session.Schedule.SetAsync(new ScheduleChange { Name = entry, OnHold = true }, default));

    public Task<List<BcSyncJob>> JobsAsync(string mapping) =>
        AdministerAsync(session => session.GetJobsAsync(new JobQuery { Mapping = mapping }, default).ToListAsync().AsTask());

    // Waits until a run has the mapping and works on it.
    public async Task UnderWayAsync(string mapping)
    {
        using var longest = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await JobsAsync(mapping)).Exists(job => job.Finished is null))
            await Task.Delay(TimeSpan.FromMilliseconds(50), longest.Token);
    }

    public Task FaultAsync(object rule) => ControlAsync("faults", new { rules = new[] { rule } });

    public async Task EndFaultsAsync()
    {
        using var answer = await Served.Client.DeleteAsync(new Uri(Served.Control, "faults"));
        answer.EnsureSuccessStatusCode();
    }

    // Lets the next request for customers wait longer than any test.
    public Task HoldUpCustomersAsync() => FaultAsync(new { system = "bc", path = "customers", when = "delay", delay = 600_000, times = 1 });

    // Edits all customers, one of which Sales does not take.
    public async Task RefuseOneCustomerAsync()
    {
        await EditCustomersAsync("addressLine2", "Rear building");
        var name = (await CustomersAsync("displayName"))[0];
        await FaultAsync(new { system = "sales", set = "accounts", rowMatch = new { name }, status = 403, code = "0x80040220", message = "No." });
    }

    public async Task EditAccountAsync(string column, string value)
    {
        var customers = await CustomersAsync("displayName");
        var account = (await RowsAsync("sales", "accounts")).First(row => customers.Contains((string?)row["name"]));
        await ControlAsync("rows", new { system = "sales", set = "accounts", rows = new[] { Row("accountid", account, column, value) } });
    }

    public async Task EditCustomersAsync(string column, string value)
    {
        var rows = (await RowsAsync("bc", "customers")).Select(customer => Row("id", customer, column, value));
        await ControlAsync("rows", new { system = "bc", set = "customers", rows });
    }

    public async Task<IReadOnlyList<string?>> CustomersAsync(string column) =>
        [.. (await RowsAsync("bc", "customers")).Select(row => (string?)row[column]).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        await Served.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static Dictionary<string, string?> Row(string key, JsonObject row, string column, string value) =>
        new() { [key] = (string?)row[key], [column] = value };

    private async Task<JsonObject[]> RowsAsync(string system, string set)
    {
        var answer = await Served.Client.GetFromJsonAsync<JsonNode>(new Uri(Served.Control, $"rows?system={system}&set={set}"));
        return [.. answer!["rows"]!.AsArray().Select(row => row!.AsObject())];
    }

    private async Task ControlAsync(string resource, object body)
    {
        using var answer = await Served.ControlAsync(resource, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
