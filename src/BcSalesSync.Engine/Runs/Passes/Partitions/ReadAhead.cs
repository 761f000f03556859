using System.Runtime.CompilerServices;

namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>Reads the next page while the one before is handed out: workers would wait for both.</summary>
internal static class ReadAhead
{
    /// <summary>The pages, in their order, each asked for before the one before it is worked off.</summary>
    public static async IAsyncEnumerable<T> ByOne<T>(IAsyncEnumerable<T> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var reader = pages.GetAsyncEnumerator(ends.Token);
        var next = NextAsync(reader);
        try
        {
            while (await next.ConfigureAwait(false) is { } page)
            {
                next = NextAsync(reader);
                yield return page.Value;
            }
        }
        finally
        {
            // Whoever leaves early does not care how the reading ends, but it has to end before the reader goes.
            await ends.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<Page<T>?> NextAsync<T>(IAsyncEnumerator<T> reader) =>
        await reader.MoveNextAsync().ConfigureAwait(false) ? new Page<T>(reader.Current) : null;

    private sealed record Page<T>(T Value);
}
