using System.Runtime.CompilerServices;

namespace BcSalesSync.Engine.Documents;

/// <summary>Pages of a job as the results that a command emits.</summary>
internal static class JobPages
{
    /// <summary>What happened to each record, page by page.</summary>
    public static async IAsyncEnumerable<TResult> ResultsAsync<TResult>(
        this IAsyncEnumerable<JobPage<TResult>> pages, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var result in page.Results)
                yield return result;
        }
    }
}
