using System.Diagnostics;

namespace BcSalesSync.Host.Soak;

// A worker in a process of its own.
internal sealed class WorkerProcess(Uri server, string stateConnection, int threads = 2) : IAsyncDisposable
{
    private const string TokenVariable = "BCSALESSYNC_SOAK_TOKEN";

    private readonly HostProcess process = new(
        [
            "worker", "--bc-url", SoakSession.BusinessCentralOf(server).ToString(), "--sales-url", SoakSession.SalesOf(server).ToString(),
            "--access-token-variable", TokenVariable, "--state-connection-variable", SoakSession.StateConnectionVariable,
            "--threads", FormattableString.Invariant($"{threads}"),
        ],
        (SoakSession.StateConnectionVariable, stateConnection), (TokenVariable, SoakSession.Token));

    public Task KillAsync() => process.KillAsync();

    // Asks it to end, and waits; returns its exit code.
    public async Task<int> TerminateAsync()
    {
        using var request = Process.Start("kill", ["-TERM", FormattableString.Invariant($"{process.Id}")]);
        await process.WaitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await process.KillAsync();
        process.Dispose();
    }
}
