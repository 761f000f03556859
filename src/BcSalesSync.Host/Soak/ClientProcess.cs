namespace BcSalesSync.Host.Soak;

// A client in a process of its own.
internal sealed class ClientProcess(SoakTask task, string? stateConnection = null) : IDisposable
{
    private readonly HostProcess process = new(
        ["soak", "client", "--work", task.Work.ToString(), "--server", task.Server.ToString(), "--state", task.StatePath],
        stateConnection is null ? [] : [(SoakSession.StateConnectionVariable, stateConnection)]);

    public int ExitCode => process.ExitCode;

    // Waits for the end, or kills the process when the time is up; true when it was killed.
    public async Task<bool> WaitOrKillAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(time);
        try
        {
            await process.WaitAsync(limit.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            await process.KillAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return true;
        }
    }

    public Task<string> ReadAsync() => process.ReadAsync();

    public void Dispose() => process.Dispose();
}
