using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Errors;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Changes;

/// <summary>
/// Follows a table's change tracking. The service takes no filter with it, so the filter is applied here; links are used as they came.
/// </summary>
internal sealed class TrackedChanges(ChangeReader reader, Selection selection, ChangeRequest request)
{
    /// <summary>Reads everything, or what changed since the cursor.</summary>
    internal async IAsyncEnumerable<ChangePage> ReadAsync(
        ChangeCursor? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = cursor ?? new ChangeCursor { Columns = selection.Names, IsFirstRead = true };
        for (var isLast = false; !isLast;)
        {
            var address = place.Link ?? new ODataQuery { Select = selection.Names }.Append(selection.Table.SetName);
            var page = await reader.ReadPageAsync(address, selection, place.IsFirstRead, cancellationToken);
            if (page is null)
            {
                await foreach (var polled in FallBackAsync(place, cancellationToken))
                    yield return polled;
                yield break;
            }

            isLast = page.NextLink is null;
            place = Advance(place, page);
            yield return new ChangePage([.. page.Records.Where(Passes)], DeletedIds(page), place.Write(), isLast);
        }
    }

    private static ChangeCursor Advance(ChangeCursor place, RowPage page)
    {
        var seenUntil = TimePolling.LatestOf(page.Records, place.SeenUntil);
        if (page.NextLink is not null)
            return place with { Link = page.NextLink, SeenUntil = seenUntil };

        // No link for next time means that tracking is off whatever the table says.
        return page.DeltaLink is not null
            ? place with { Link = page.DeltaLink, IsFirstRead = false, SeenUntil = null }
            : place with { Link = null, IsFirstRead = false, ByTime = true, Since = seenUntil, SeenUntil = null };
    }

    private IAsyncEnumerable<ChangePage> FallBackAsync(ChangeCursor place, CancellationToken cancellationToken)
    {
        if (place.Link is null)
            return new TimePolling(reader, selection, request).ReadAsync(null, cancellationToken);
        var failure = new EndpointFailure(
            FailureClass.Transient, ErrorCode.TrackingOff, $"The table {selection.Table.Name} in Sales tracks changes no longer.");
        throw new CursorExpiredException(SystemSide.Sales, failure);
    }

    private bool Passes(Record record)
    {
        var bound = request.Cursor is null ? request.ModifiedSince : null;
        return request.Filter.Matches(record) && (bound is null || record.ModifiedAt is null || record.ModifiedAt >= bound);
    }

    /// <summary>A row that was deleted and created again under its id is listed both ways; the row itself says that it exists.</summary>
    private static IReadOnlyList<Guid> DeletedIds(RowPage page)
    {
        if (page.DeletedIds.Count == 0)
            return [];
        var present = page.Records.Select(record => record.Id).ToHashSet();
        return [.. page.DeletedIds.Where(id => !present.Contains(id)).Distinct()];
    }
}
