using System.Globalization;
using System.Runtime.CompilerServices;
using BcSalesSync.Endpoints.BusinessCentral.Reading;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Changes;

/// <summary>Reads changes of companion tables by row version, without gaps: up to the version below which everything is settled.</summary>
internal sealed class RowVersionChanges(TableCatalog catalog, TableReader rows, DeletionReader deletions)
{
    /// <summary>Reads the changes; deletions come with the first page.</summary>
    public async IAsyncEnumerable<ChangePage> ReadAsync(
        BcTable table, ChangeRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = request.Cursor is { } text
            ? CursorJson.Parse<RowVersionCursor>(text)
            : new RowVersionCursor(0, null, request.ModifiedSince);
        var upTo = start.UpTo ?? await catalog.ReadMinimumActiveRowVersionAsync(cancellationToken) - 1 ?? start.Version;
        var done = new RowVersionCursor(Math.Max(upTo, start.Version)).ToString();
        if (upTo <= start.Version)
        {
            yield return new ChangePage([], [], done, IsLast: true);
            yield break;
        }

        var isRepeat = request.Cursor is not null && start.UpTo is null;
        var deleted = isRepeat ? await deletions.ReadAsync(request.Table, start.Version, upTo + 1, cancellationToken) : [];
        var wire = FilterWriter.Write(request.Filter, new BcFilterDialect(table));
        var since = start.Since is { } time ? $"{table.ModifiedColumn} ge {ODataLiteral.Time(time)}" : null;
        var filter = wire with { Text = FilterText.And(VersionRange.Text(table, start.Version, upTo + 1), since, wire.Text) };
        var reached = start.Version;
        await foreach (var page in rows.ReadPagesAsync(table, request.Columns, filter, table.StampColumn, cancellationToken))
        {
            if (page.Rows.Count > 0 && long.TryParse(page.Rows[^1].Version, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
                reached = last;
            var isLast = page.NextLink is null;
            var cursor = isLast ? done : new RowVersionCursor(reached, upTo, start.Since).ToString();
            yield return new ChangePage(TableReader.Keep(page.Rows, filter.Remainder), deleted, cursor, isLast);
            deleted = [];
        }
    }
}
