using BcSalesSync.Host.Serving;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Host.Soak;

// Full synchronisations whose client is killed at random moments and started again until it ends; then both sides are compared.
internal sealed class KillCampaign(TextWriter output, int seed)
{
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
        using var control = new SandboxControl(server.SalesAddress);
        await AddAccountsAsync(control, customers / 10, cancellationToken);
        var task = new SoakTask(SoakWork.FullSynchronization, new Uri(server.SalesAddress, "/"), statePath);
        var (killed, exitCode) = await new MortalClient(random, output).RunAsync(task, kills, cancellationToken);
        return exitCode == 0
            ? (killed, await new SideComparison(control).RunAsync(cancellationToken))
            : (killed, [$"the client ended with exit code {exitCode}"]);
    }

    // Some accounts exist only in Sales, so that both directions create.
    private static async Task AddAccountsAsync(SandboxControl control, int count, CancellationToken cancellationToken)
    {
        var rows = Enumerable.Range(1, count)
            .Select(number =>
                new { name = FormattableString.Invariant($"Sales only {number:0000}"), customertypecode = 3,
                telephone1 = FormattableString.Invariant($"+1 555 {number:0000}") });
        await control.AddAsync("sales", "accounts", rows, cancellationToken);
    }
}
