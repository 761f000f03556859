using System.Net;
using System.Text.Json.Nodes;
using BcSalesSync.Host.Commands;
using BcSalesSync.Host.Running;

namespace BcSalesSync.Host.Tests.Running;

// The verb "run" under way, with its health on a free port.
internal sealed class RunningService : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource stop = new();
    private readonly StringWriter errors = new();
    private readonly HttpClient client = new();
    private readonly Task<int> run;

    public RunningService(ServiceGround ground, params string[] options) => run = HostCommands.InvokeAsync(
        ["run", "--look", "0.1", "--health", "http://127.0.0.1:0", .. options], Output, errors, ground, stop.Token);

    public LineWaiter Output { get; } = new();

    // Stops it, and answers its exit code.
    public async Task<int> StopAsync()
    {
        await stop.CancelAsync();
        return await run.WaitAsync(Longest);
    }

    public async Task<(HttpStatusCode Status, string Body)> AskAsync(string resource)
    {
        var line = await Output.SeenAsync("Health at ");
        var address = line.Split("Health at ")[1].Split("/healthz")[0];
        using var answer = await client.GetAsync(new Uri($"{address}/{resource}"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    // Asks for the health until it is as expected.
    public async Task<JsonNode> HealthAsync(Func<JsonNode, bool> expected)
    {
        using var longest = new CancellationTokenSource(Longest);
        while (true)
        {
            var health = JsonNode.Parse((await AskAsync("healthz")).Body)!;
            if (expected(health))
                return health;
            Assert.False(run.IsCompleted, $"{string.Join('\n', Output.Lines)}{errors}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), longest.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        client.Dispose();
        stop.Dispose();
        await errors.DisposeAsync();
        await Output.DisposeAsync();
    }
}
