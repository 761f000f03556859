using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Editing;

/// <summary>Finds the mappings through whose couplings a column can be translated.</summary>
internal static class LookupCandidates
{
    /// <summary>Mappings of the tables a reference leads to.</summary>
    public static IReadOnlyList<TableMapping> For(ColumnSchema column, IReadOnlyList<TableMapping> all) =>
        [.. all.Where(known => column.Targets.Contains(known.SalesTable, StringComparer.Ordinal))];

    /// <summary>The mapping of the options of a choice, which are a table of their own, called by table and column; null for none.</summary>
    public static TableMapping? Options(TableMapping mapping, ColumnSchema column, IReadOnlyList<TableMapping> all) =>
        column.Kind is FieldKind.Option ? all.FirstOrDefault(known => known.SalesTable == $"{mapping.SalesTable}.{column.Name}") : null;
}
