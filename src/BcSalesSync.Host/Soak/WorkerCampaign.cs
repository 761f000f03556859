using System.Diagnostics;
using BcSalesSync.Contracts;
using BcSalesSync.Host.Serving;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Host.Soak;

// The same full synchronisation by one worker, by several, and by several that are killed at random moments: what comes out has to be the same.
internal sealed class WorkerCampaign(TextWriter output, string connectionString, int threads, TimeSpan latency, int seed)
{
    private readonly Random random = new(seed);

    public async Task<int> RunAsync(int customers, int workers, int kills, CancellationToken cancellationToken)
    {
        var one = await RoundAsync("one worker", customers, 1, 0, cancellationToken);
        var several = await RoundAsync($"{workers} workers", customers, workers, 0, cancellationToken);
        await output.WriteLineAsync(FormattableString.Invariant($"workers: {one.Seconds / several.Seconds:0.00} times as fast as one"));
        var wrong = Differences(one, several);
        for (var left = kills; left > 0;)
        {
            var killed = await RoundAsync($"{workers} workers that are killed", customers, workers, left, cancellationToken);
            left -= Math.Max(1, killed.Kills);
            wrong += Differences(one, killed);
        }

        await output.WriteLineAsync($"workers: {wrong} differences");
        return wrong == 0 ? 0 : 1;
    }

    private async Task<WorkerRound> RoundAsync(string name, int customers, int workers, int kills, CancellationToken cancellationToken)
    {
        var options = new SandboxOptions { Seed = FormattableString.Invariant($"scale:{customers}"), Latency = latency };
        await using var server = await SandboxServer.StartAsync(new Uri("http://127.0.0.1:0"), options, cancellationToken);
        var address = new Uri(server.SalesAddress, "/");
        await using var schema = new SoakSchema(connectionString, "bcsalessync_soak");
        await schema.ClearAsync();
        using (var starter = new ClientProcess(new SoakTask(SoakWork.Handover, address, "none"), schema.ConnectionString))
            await starter.WaitOrKillAsync(Timeout.InfiniteTimeSpan, cancellationToken);
        await using var crew = new WorkerCrew(address, schema.ConnectionString, workers, threads);
        var watch = Stopwatch.StartNew();
        await using var session = await SoakSession.OpenAsync(address, null, schema.ConnectionString, cancellationToken);
        var killed = await WatchAsync(session, crew, workers, kills, cancellationToken);
        var seconds = watch.Elapsed.TotalSeconds;
        var lines = await session.GetFullSyncAsync(null, cancellationToken).ToListAsync(cancellationToken);
        using var control = new SandboxControl(server.SalesAddress);
        var round = new WorkerRound(seconds, killed, await SideSnapshot.TakeAsync(control, cancellationToken));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{name}: {round.Seconds:0.0} s, {killed} kills, {lines.Count(line => line.Status is FullSyncStatus.Finished)} of {lines.Count} lines finished, {lines.Sum(line => line.Failed)} records failed, {round.Rows.Count} rows"));
        return round;
    }

    // How often workers were killed until the full synchronisation came to its end.
    private async Task<int> WatchAsync(ISyncSession session, WorkerCrew crew, int workers, int kills, CancellationToken cancellationToken)
    {
        var killed = 0;
        while (!await IsOverAsync(session, cancellationToken))
        {
            await Task.Delay(killed < kills ? TimeSpan.FromSeconds(2 + (random.NextDouble() * 4)) : TimeSpan.FromSeconds(0.5), cancellationToken);
            if (killed >= kills || await IsOverAsync(session, cancellationToken))
                continue;
            await crew.ReplaceAsync(random.Next(workers));
            killed++;
        }

        return killed;
    }

    private static async Task<bool> IsOverAsync(ISyncSession session, CancellationToken cancellationToken)
    {
        var lines = await session.GetFullSyncAsync(null, cancellationToken).ToListAsync(cancellationToken);
        return lines.All(line => line.Status is FullSyncStatus.Finished or FullSyncStatus.Failed);
    }

    private int Differences(WorkerRound clean, WorkerRound other)
    {
        var missing = clean.Rows.Except(other.Rows).ToArray();
        var surplus = other.Rows.Except(clean.Rows).ToArray();
        foreach (var line in missing.Take(5))
            output.WriteLine($"  missing: {line}");
        foreach (var line in surplus.Take(5))
            output.WriteLine($"  surplus: {line}");
        return missing.Length + surplus.Length + Math.Abs(clean.Rows.Count - other.Rows.Count);
    }
}
