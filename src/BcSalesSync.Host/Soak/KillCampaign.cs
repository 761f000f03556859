using System.Net.Http.Json;
using BcSalesSync.Host.Serving;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Host.Soak;

// Full synchronisations whose client is killed at random moments and started again until it ends; then both sides are compared.
internal sealed class KillCampaign(TextWriter output, int seed)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);
    private readonly Random random = new(seed);

    public async Task<int> RunAsync(int customers, int kills, CancellationToken cancellationToken)
    {
        var done = 0;
        var wrong = 0;
        for (var round = 1; done < kills; round++)
        {
            var folder = Directory.CreateTempSubdirectory("bcsalessync-soak-");
            try
            {
                var (killed, problems) = await RoundAsync(
                    customers, kills - done, Path.Combine(folder.FullName, "state.db"), cancellationToken);
                done += killed;
                wrong += problems.Count;
                await output.WriteLineAsync($"round {round}: killed {killed} times, {problems.Count} differences");
                foreach (var problem in problems.Take(10))
                    await output.WriteLineAsync($"  {problem}");
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        await output.WriteLineAsync($"kills: {done} kills, {wrong} differences");
        return wrong == 0 ? 0 : 1;
    }

    private async Task<(int Killed, IReadOnlyList<string> Problems)> RoundAsync(
        int customers, int kills, string statePath, CancellationToken cancellationToken)
    {
        var options = new SandboxOptions
        {
            Seed = FormattableString.Invariant($"scale:{customers}"),
            Latency = TimeSpan.FromMilliseconds(40),
        };
        await using var server = await SandboxServer.StartAsync(new Uri("http://127.0.0.1:0"), options, cancellationToken);
        using var control = new HttpClient { BaseAddress = new Uri(server.SalesAddress, "/sandbox/") };
        await AddAccountsAsync(control, customers / 10, cancellationToken);
        var killed = 0;
        while (true)
        {
            using var client = new ClientProcess(new Uri(server.SalesAddress, "/"), statePath);
            var time = killed < kills ? TimeSpan.FromMilliseconds(300 + (random.NextDouble() * Longest.TotalMilliseconds))
                : Timeout.InfiniteTimeSpan;
            if (await client.WaitOrKillAsync(time, cancellationToken))
            {
                killed++;
                continue;
            }

            await output.WriteLineAsync(await client.ReadAsync());
            return client.ExitCode == 0
                ? (killed, await new SideComparison(control).RunAsync(cancellationToken))
                : (killed, [$"the client ended with exit code {client.ExitCode}"]);
        }
    }

    // Some accounts exist only in Sales, so that both directions create.
    private static async Task AddAccountsAsync(HttpClient control, int count, CancellationToken cancellationToken)
    {
        var rows = Enumerable.Range(1, count)
            .Select(number =>
                new { name = FormattableString.Invariant($"Sales only {number:0000}"), customertypecode = 3,
                telephone1 = FormattableString.Invariant($"+1 555 {number:0000}") });
        using var answer = await control.PostAsJsonAsync("rows", new { system = "sales", set = "accounts", rows }, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
