using System.Globalization;
using BcSalesSync.Endpoints.BusinessCentral.Reading;
using BcSalesSync.Endpoints.OData;

namespace BcSalesSync.Endpoints.BusinessCentral.Changes;

/// <summary>Reads the companion's log of deletions (spec/wire-bc.md 10, E14).</summary>
internal sealed class DeletionReader(TableCatalog catalog, TableReader rows)
{
    private const string LogTable = "deletedRecords";
    private const string IdColumn = "recordSystemId";

    /// <summary>Ids of records of a table that were deleted in a range of row versions; empty when deletions are not logged.</summary>
    /// <param name="table">The table.</param>
    /// <param name="above">Row version after which the range starts.</param>
    /// <param name="below">Row version before which it ends.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<IReadOnlyList<Guid>> ReadAsync(string table, long above, long below, CancellationToken cancellationToken)
    {
        if (TableNumbers.Of(table) is not { } number || await catalog.FindAsync(LogTable, cancellationToken) is not { } log)
            return [];
        var filter = new FilterText(
            string.Create(CultureInfo.InvariantCulture, $"tableId eq {number} and {VersionRange.Text(log, above, below)}"), null);
        var ids = new List<Guid>();
        await foreach (var page in rows.ReadPagesAsync(log, [IdColumn], filter, log.StampColumn, cancellationToken))
            ids.AddRange(page.Rows.Select(row => row[IdColumn].AsId()).OfType<Guid>());
        return ids;
    }
}
