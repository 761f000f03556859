using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Editing;

/// <summary>Finds columns by the names people type.</summary>
internal static class ColumnNames
{
    /// <summary>The name as the table writes it; as typed when the table has no such column.</summary>
    public static string? In(TableSchema? table, string? name) => name is null || table is null || table.Columns.ContainsKey(name)
        ? name
        : table.Columns.Keys.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;
}
