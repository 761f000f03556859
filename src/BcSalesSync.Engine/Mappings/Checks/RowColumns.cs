using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>The two columns of a row as the connection offers them.</summary>
internal sealed class RowColumns(FieldMapping row, OfferedTables offered)
{
    /// <summary>Column in Business Central; null when the row has none.</summary>
    public ColumnSchema? Bc { get; } = row.BcField is { } name ? offered.Bc?.Columns.GetValueOrDefault(name) : null;

    /// <summary>Column in Sales; null when the row has none.</summary>
    public ColumnSchema? Sales { get; } = row.SalesField is { } name ? offered.Sales?.Columns.GetValueOrDefault(name) : null;

    /// <summary>The column a pass reads, and the column it writes.</summary>
    public (ColumnSchema? From, ColumnSchema? To) In(SyncDirection pass) => pass is SyncDirection.ToSales ? (Bc, Sales) : (Sales, Bc);
}
