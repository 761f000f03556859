namespace BcSalesSync.Endpoints.Http;

/// <summary>Lets a limited number of requests to one system through at a time, and none while the service wants to be left alone.</summary>
internal sealed class LaneGate(int concurrency, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim places = new(concurrency);
    private long closedUntilTicks;

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            while (Remaining() is { Ticks: > 0 } wait)
                await Task.Delay(wait, time, cancellationToken);
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    public void Leave() => places.Release();

    /// <summary>Closes the lane for everybody; a shorter pause never shortens a longer one.</summary>
    public void CloseFor(TimeSpan pause)
    {
        var until = (time.GetUtcNow() + pause).UtcTicks;
        long seen;
        do
        {
            seen = Interlocked.Read(ref closedUntilTicks);
        }
        while (until > seen && Interlocked.CompareExchange(ref closedUntilTicks, until, seen) != seen);
    }

    public void Dispose() => places.Dispose();

    private TimeSpan Remaining() => TimeSpan.FromTicks(Interlocked.Read(ref closedUntilTicks) - time.GetUtcNow().UtcTicks);
}
