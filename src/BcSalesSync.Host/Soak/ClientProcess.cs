using System.Diagnostics;

namespace BcSalesSync.Host.Soak;

// A client in a process of its own.
internal sealed class ClientProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    public ClientProcess(SoakTask task, string? stateConnection = null)
    {
        var start = HostProcess.Start(
            "soak", "client", "--work", task.Work.ToString(), "--server", task.Server.ToString(), "--state", task.StatePath);
        if (stateConnection is not null)
            start.Environment[SoakSession.StateConnectionVariable] = stateConnection;
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    // Waits for the end, or kills the process when the time is up; true when it was killed.
    public async Task<bool> WaitOrKillAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(time);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            // On Unix this is SIGKILL: nothing of the process gets to run any more.
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return true;
        }
    }

    public int ExitCode => process.ExitCode;

    public async Task<string> ReadAsync() => (await output + await errors).Trim();

    public void Dispose() => process.Dispose();
}
