using System.Runtime.CompilerServices;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Changes;

/// <summary>
/// Reads changes by the time of the last write, for tables without change tracking. Rows carry the time of the operation, not of its
/// commit,
/// so each read goes back a little and rows may come twice; deletions stay unseen (spec/wire-dataverse.md 4).
/// </summary>
internal sealed class TimePolling(ChangeReader reader, Selection selection, ChangeRequest request)
{
    private const string ModifiedOn = "modifiedon";
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Reads everything, or what was written since the cursor.</summary>
    internal async IAsyncEnumerable<ChangePage> ReadAsync(
        ChangeCursor? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = FilterWriter.Write(request.Filter, new FilterDialect(selection.Table));
        var place = cursor ?? new ChangeCursor { Columns = selection.Names, ByTime = true, Since = request.ModifiedSince };
        for (var isLast = false; !isLast;)
        {
            var address = place.Link ?? FirstAddress(place.Since, text.Text);
            var page = await reader.ReadPageAsync(address, selection, trackChanges: false, cancellationToken)
                ?? throw new InvalidOperationException("A plain query was refused for want of change tracking.");
            isLast = page.NextLink is null;
            var seenUntil = LatestOf(page.Records, place.SeenUntil);
            place = isLast
                ? place with { Link = null, Since = LaterOf(seenUntil, place.Since), SeenUntil = null }
                : place with { Link = page.NextLink, SeenUntil = seenUntil };
            yield return new ChangePage(
                text.Remainder is { } rest ? [.. page.Records.Where(rest.Matches)] : page.Records, [], place.Write(), isLast);
        }
    }

    /// <summary>The latest time of a write among rows and an earlier finding.</summary>
    internal static DateTimeOffset? LatestOf(IEnumerable<Record> records, DateTimeOffset? earlier)
    {
        return LaterOf(records.Max(record => record.ModifiedAt), earlier);
    }

    private static DateTimeOffset? LaterOf(DateTimeOffset? one, DateTimeOffset? other) =>
        other is null || one > other ? one ?? other : other;

    private string FirstAddress(DateTimeOffset? since, string? filter)
    {
        var hasTime = selection.Names.Contains(ModifiedOn);
        var bound = since is { } time && hasTime ? $"{ModifiedOn} ge {ODataLiteral.Time(time - Overlap)}" : null;
        return new ODataQuery
        {
            Select = selection.Names,
            Filter = FilterText.And(bound, filter),
            OrderBy = hasTime ? $"{ModifiedOn},{selection.Table.IdAttribute}" : null,
        }.Append(selection.Table.SetName);
    }
}
