using System.Runtime.CompilerServices;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Runtime;

/// <summary>Turns failures of a system into errors with a next step.</summary>
internal static class EndpointGuard
{
    /// <summary>Guards work with one result.</summary>
    public static async Task<T> Run<T>(Task<T> work)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (EndpointException problem)
        {
            throw EndpointErrors.ToException(problem);
        }
    }

    /// <summary>Guards work without a result.</summary>
    public static async Task Run(Task work)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (EndpointException problem)
        {
            throw EndpointErrors.ToException(problem);
        }
    }

    /// <summary>Guards work with many results.</summary>
    public static async IAsyncEnumerable<T> Run<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var enumerator = items.GetAsyncEnumerator(cancellationToken);
        while (await Run(enumerator.MoveNextAsync().AsTask()).ConfigureAwait(false))
            yield return enumerator.Current;
    }
}
