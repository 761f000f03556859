using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Editing;

/// <summary>Finds the mappings through whose couplings a column can be translated.</summary>
internal static class LookupCandidates
{
    /// <summary>
    /// Mappings of the tables the column leads to. The values of a choice are a table of their own, called by table and column.
    /// </summary>
    public static IReadOnlyList<TableMapping> For(TableMapping mapping, ColumnSchema column, IReadOnlyList<TableMapping> all)
    {
        var targets = column.Kind is FieldKind.Option ? [$"{mapping.SalesTable}.{column.Name}"] : column.Targets;
        return [.. all.Where(known => targets.Contains(known.SalesTable, StringComparer.Ordinal))];
    }
}
