using System.Diagnostics;

namespace BcSalesSync.Host.Soak;

// A worker in a process of its own.
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const string TokenVariable = "BCSALESSYNC_SOAK_TOKEN";
    private readonly Process process;
    private readonly Task<string> output;

    public WorkerProcess(Uri server, string stateConnection, int threads = 2)
    {
        var start = HostProcess.Start(
            "worker", "--bc-url", new Uri(server, "/bc/v2.0/sandbox/Production/api/v2.0").ToString(),
            "--sales-url", new Uri(server, "/sales/api/data/v9.2").ToString(), "--access-token-variable", TokenVariable,
            "--state-connection-variable", SoakSession.StateConnectionVariable, "--threads", FormattableString.Invariant($"{threads}"));
        start.Environment[SoakSession.StateConnectionVariable] = stateConnection;
        start.Environment[TokenVariable] = "soak";
        process = Process.Start(start)!;
        output = ReadAsync();
    }

    // On Unix this is SIGKILL: nothing of the process gets to run any more.
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    // Asks it to end, and waits; returns its exit code.
    public async Task<int> TerminateAsync()
    {
        using var request = Process.Start("kill", ["-TERM", FormattableString.Invariant($"{process.Id}")]);
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    public async Task<string> OutputAsync() => await output;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private async Task<string> ReadAsync()
    {
        var errors = process.StandardError.ReadToEndAsync();
        return (await process.StandardOutput.ReadToEndAsync() + await errors).Trim();
    }
}
