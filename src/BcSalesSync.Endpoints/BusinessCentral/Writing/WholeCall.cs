using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing;

/// <summary>Runs the parts of a call that writes, several at a time.</summary>
internal static class WholeCall
{
    /// <summary>
    /// Runs the parts; a part answers with an error when others would fare no better, and then no more of them start. The guard is asked before
    /// each, and what it throws ends the call once those under way are done.
    /// </summary>
    /// <returns>The error that ended the call; null when none did.</returns>
    public static async Task<EndpointException?> RunAsync(
        int parts, int concurrency, Func<int, Task<EndpointException?>> part, IWriteGuard? guard, CancellationToken cancellationToken)
    {
        EndpointException? broken = null;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = concurrency };
        await Parallel.ForEachAsync(Enumerable.Range(0, parts), parallel, async (index, _) =>
        {
            if (cancellationToken.IsCancellationRequested || Volatile.Read(ref broken) is not null)
                return;
            if (guard is not null)
                await guard.RequireAsync();
            if (await part(index) is { } error)
                Interlocked.CompareExchange(ref broken, error, null);
        });
        return broken;
    }
}
