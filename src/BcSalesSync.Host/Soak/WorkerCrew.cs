namespace BcSalesSync.Host.Soak;

// Workers on one state; who is killed is replaced.
internal sealed class WorkerCrew : IAsyncDisposable
{
    private readonly Uri server;
    private readonly string stateConnection;
    private readonly int threads;
    private readonly WorkerProcess[] workers;

    public WorkerCrew(Uri server, string stateConnection, int count, int threads = 2)
    {
        this.server = server;
        this.stateConnection = stateConnection;
        this.threads = threads;
        workers = [.. Enumerable.Range(0, count).Select(_ => new WorkerProcess(server, stateConnection, threads))];
    }

    public async Task ReplaceAsync(int number)
    {
        await workers[number].KillAsync();
        await workers[number].DisposeAsync();
        workers[number] = new WorkerProcess(server, stateConnection, threads);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
            await worker.DisposeAsync();
    }
}
