using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BcSalesSync.Host.Serving;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Host.Soak;

// One full synchronisation under the documented limits, with the requests that it took and those that were refused.
internal sealed class LimitCampaign(TextWriter output)
{
    // About what the services take over the internet, so that execution time counts.
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);

    public async Task<int> RunAsync(int customers, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bcsalessync-soak-");
        try
        {
            var options = new SandboxOptions
            {
                Seed = FormattableString.Invariant($"scale:{customers}"), Latency = Latency, Limits = new SandboxLimits(),
            };
            await using var server = await SandboxServer.StartAsync(new Uri("http://127.0.0.1:0"), options, cancellationToken);
            var watch = Stopwatch.StartNew();
            using var client = new ClientProcess(new SoakTask(
                SoakWork.FullSynchronization, new Uri(server.SalesAddress, "/"), Path.Combine(folder.FullName, "state.db")));
            await client.WaitOrKillAsync(Timeout.InfiniteTimeSpan, cancellationToken);
            var seconds = watch.Elapsed.TotalSeconds;
            await output.WriteLineAsync(await client.ReadAsync());
            using var control = new HttpClient { BaseAddress = new Uri(server.SalesAddress, "/sandbox/") };
            var rejected = await ReportAsync(control, seconds, cancellationToken);
            return client.ExitCode == 0 && rejected == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<int> ReportAsync(HttpClient control, double seconds, CancellationToken cancellationToken)
    {
        var answer = (await control.GetFromJsonAsync<JsonNode>("requests", cancellationToken))!;
        var counts = answer["counts"]!.AsArray().Select(count => count!.AsObject()).ToList();
        foreach (var system in counts.GroupBy(count => (string)count["system"]!))
        {
            var requests = system.Sum(count => (int)count["requests"]!);
            var operations = system.Sum(count => (int)count["operations"]!);
            await output.WriteLineAsync(FormattableString.Invariant($"limits: {system.Key} {requests} requests, {operations} operations"));
        }

        var rejected = answer["rejected"]!.AsObject().Sum(system => (int)system.Value!);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"limits: {(int)answer["total"]!} requests, {rejected} rejected, {seconds:0.0} s"));
        return rejected;
    }
}
