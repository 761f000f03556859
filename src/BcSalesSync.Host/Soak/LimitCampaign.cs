using System.Diagnostics;
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
            using var control = new SandboxControl(server.SalesAddress);
            var rejected = await ReportAsync(control, seconds, cancellationToken);
            return client.ExitCode == 0 && rejected == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<int> ReportAsync(SandboxControl control, double seconds, CancellationToken cancellationToken)
    {
        var counts = await control.CountsAsync(cancellationToken);
        foreach (var count in counts)
            await output.WriteLineAsync(FormattableString.Invariant($"limits: {count.System} {count.Requests} requests, {count.Operations} operations"));
        var rejected = counts.Sum(count => count.Rejected);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"limits: {counts.Sum(count => count.Requests)} requests, {rejected} rejected, {seconds:0.0} s"));
        return rejected;
    }
}
