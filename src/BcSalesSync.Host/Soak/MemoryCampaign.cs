using BcSalesSync.Host.Serving;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Host.Soak;

// One full synchronisation at size, with the client's working set before and at its highest.
internal sealed class MemoryCampaign(TextWriter output)
{
    public async Task<int> RunAsync(int customers, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bcsalessync-soak-");
        try
        {
            var options = new SandboxOptions { Seed = FormattableString.Invariant($"scale:{customers}") };
            await using var server = await SandboxServer.StartAsync(new Uri("http://127.0.0.1:0"), options, cancellationToken);
            using var client = new ClientProcess(new SoakTask(
                SoakWork.FullSynchronization, new Uri(server.SalesAddress, "/"), Path.Combine(folder.FullName, "state.db")));
            await client.WaitOrKillAsync(Timeout.InfiniteTimeSpan, cancellationToken);
            await output.WriteLineAsync(await client.ReadAsync());
            return client.ExitCode;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
