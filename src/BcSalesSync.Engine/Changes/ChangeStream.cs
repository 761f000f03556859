using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Engine.Changes;

/// <summary>
/// Reads changes of the source; a cursor that expired leads to a full read instead of an error (spec/wire-dataverse.md 4).
/// </summary>
internal sealed class ChangeStream(EndpointPair endpoints, ISyncObserver observer)
{
    /// <summary>Pages since the cursor; everything when it is null.</summary>
    public async IAsyncEnumerable<ChangePage> ReadAsync(
        PassDefinition pass, string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = Open(pass, cursor, cancellationToken);
        try
        {
            while (true)
            {
                bool more;
                try
                {
                    more = await pages.MoveNextAsync().ConfigureAwait(false);
                }
                catch (CursorExpiredException) when (cursor is not null)
                {
                    observer.Verbose($"{pass.Mapping.Name}: the change cursor of {pass.Source} expired; reading everything.");
                    await pages.DisposeAsync().ConfigureAwait(false);
                    cursor = null;
                    pages = Open(pass, null, cancellationToken);
                    continue;
                }

                if (!more)
                    yield break;
                yield return pages.Current;
            }
        }
        finally
        {
            await pages.DisposeAsync().ConfigureAwait(false);
        }
    }

    private IAsyncEnumerator<ChangePage> Open(PassDefinition pass, string? cursor, CancellationToken cancellationToken) =>
        endpoints.On(pass.Source)
        .ReadChangesAsync(new ChangeRequest(pass.SourceTable.Name, pass.SourceColumns, pass.SourceFilter, cursor), cancellationToken)
        .GetAsyncEnumerator(cancellationToken);
}
