using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Runs.Repair;

/// <summary>
/// Steps through the broken pairs of one mapping. A refusal ends it and is noted; a system that does not answer would not answer about the next
/// mapping either, and is left to the caller.
/// </summary>
internal sealed class GuardedSearch(TableMapping mapping, IAsyncEnumerable<BrokenPair> pairs) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<BrokenPair> enumerator = pairs.GetAsyncEnumerator();

    /// <summary>The pair at hand.</summary>
    public BrokenPair Current => enumerator.Current;

    /// <summary>Goes on to the next pair; false when there is none, or it cannot be known.</summary>
    public async Task<bool> MoveNextAsync(List<SyncException> problems)
    {
        try
        {
            return await enumerator.MoveNextAsync().ConfigureAwait(false);
        }
        catch (EndpointException problem) when (problem.Failure.Class is not FailureClass.Transient)
        {
            problems.Add(EndpointErrors.ToException(problem, mapping.Name));
            return false;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => enumerator.DisposeAsync();
}
