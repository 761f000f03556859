using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Changes;

/// <summary>
/// Reads changes of the source; a cursor that expired leads to a full read instead of an error (spec/wire-dataverse.md 4). A read from the
/// beginning says nothing of deletions, so they are found by comparing ids: once the read has begun, so that none falls in between, and
/// before its first page counts as settled, so that none is forgotten if the run ends here.
/// </summary>
/// <param name="endpoints">The two systems.</param>
/// <param name="couplings">The couplings to compare with; null when deletions are of no interest.</param>
/// <param name="observer">Who watches.</param>
internal sealed class ChangeStream(EndpointPair endpoints, ICouplingReader? couplings, ISyncObserver observer)
{
    /// <summary>Pages since the cursor; everything when it is null.</summary>
    public async IAsyncEnumerable<StreamPage> ReadAsync(
        PassDefinition pass, string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var startsOver = cursor is null;
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
                    (cursor, startsOver) = (null, true);
                    pages = Open(pass, null, cancellationToken);
                    continue;
                }

                if (startsOver)
                {
                    await foreach (var page in MissedDeletionsAsync(pass, cancellationToken).ConfigureAwait(false))
                        yield return page;
                    startsOver = false;
                }

                if (!more)
                    yield break;
                var changes = pages.Current;
                yield return new StreamPage(changes.Records, changes.DeletedIds, changes.Cursor, changes.IsLast);
            }
        }
        finally
        {
            await pages.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<StreamPage> MissedDeletionsAsync(
        PassDefinition pass, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (couplings is null)
            yield break;
        var gone = new GoneRecords(endpoints, couplings).FindAsync(pass.Mapping, pass.Source, cancellationToken);
        await foreach (var ids in gone.ConfigureAwait(false))
        {
            observer.Verbose($"{pass.Mapping.Name}: {ids.Count} coupled records of {pass.Source} are gone.");
            yield return new StreamPage([], ids, null, false);
        }
    }

    private IAsyncEnumerator<ChangePage> Open(PassDefinition pass, string? cursor, CancellationToken cancellationToken) =>
        endpoints.On(pass.Source)
        .ReadChangesAsync(new ChangeRequest(pass.SourceTable.Name, pass.SourceColumns, pass.SourceFilter, cursor), cancellationToken)
        .GetAsyncEnumerator(cancellationToken);
}
