using System.Runtime.CompilerServices;
using BcSalesSync.Endpoints.BusinessCentral.Reading;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral.Changes;

/// <summary>
/// Reads changes of API v2.0 tables by modified time. Rows are stamped before they are committed, so each read reaches back behind its
/// watermark; rows that come again carry the version they had (spec/wire-bc.md 11).
/// </summary>
internal sealed class ModifiedChanges(BusinessCentralOptions options, TableCatalog catalog, TableReader rows, DeletionReader deletions)
{
    /// <summary>Reads the changes; deletions come with the first page where the companion logs them.</summary>
    public async IAsyncEnumerable<ChangePage> ReadAsync(
        BcTable table, ChangeRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = request.Cursor is { } text ? CursorJson.Parse<ModifiedCursor>(text) : new ModifiedCursor(null);
        var minimum = start.IsUnderWay ? start.Deletions + 1 : await catalog.ReadMinimumActiveRowVersionAsync(cancellationToken);
        IReadOnlyList<Guid> deleted = start is { IsUnderWay: false, Deletions: { } above } && minimum > above + 1
            ? await deletions.ReadAsync(request.Table, above, minimum.Value, cancellationToken)
            : [];
        var wire = FilterWriter.Write(request.Filter, new BcFilterDialect(table));
        var filter = wire with { Text = FilterText.And(Since(table, start, request), wire.Text) };
        var reached = start with { Deletions = minimum - 1 };
        await foreach (var page in rows.ReadPagesAsync(table, request.Columns, filter, OrderOf(table), cancellationToken))
        {
            reached = reached with { Time = Latest(reached.Time, page.Rows) };
            var isLast = page.NextLink is null;
            var cursor = (reached with { IsUnderWay = !isLast }).ToString();
            yield return new ChangePage(TableReader.Keep(page.Rows, filter.Remainder), deleted, cursor, isLast);
            deleted = [];
        }
    }

    private string? Since(BcTable table, ModifiedCursor start, ChangeRequest request)
    {
        var from = request.Cursor is null ? request.ModifiedSince : start.IsUnderWay ? start.Time : start.Time - options.Overlap;
        return from is { } time && OrderOf(table) is { } column ? $"{column} ge {ODataLiteral.Time(time)}" : null;
    }

    // A few set-up tables carry no stamp; they are small and read whole every time.
    private static string? OrderOf(BcTable table) => table.Schema.Columns.ContainsKey(table.ModifiedColumn) ? table.ModifiedColumn : null;

    private static DateTimeOffset? Latest(DateTimeOffset? known, IReadOnlyList<Record> page)
    {
        foreach (var record in page)
        {
            if (known is null || record.ModifiedAt > known)
                known = record.ModifiedAt ?? known;
        }

        return known;
    }
}
