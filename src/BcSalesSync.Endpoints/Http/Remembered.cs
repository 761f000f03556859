namespace BcSalesSync.Endpoints.Http;

/// <summary>A value that is read once and kept; a failed read is not kept, so that the next caller tries again.</summary>
internal sealed class Remembered<T>(Func<CancellationToken, Task<T>> read) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private volatile Box? kept;

    public async Task<T> GetAsync(CancellationToken cancellationToken)
    {
        if (kept is { } known)
            return known.Value;
        await gate.WaitAsync(cancellationToken);
        try
        {
            kept ??= new Box(await read(cancellationToken));
            return kept.Value;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private sealed record Box(T Value);
}
