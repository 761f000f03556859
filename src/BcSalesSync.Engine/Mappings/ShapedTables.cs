using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings;

/// <summary>Tables as a mapping sees them.</summary>
internal static class ShapedTables
{
    /// <summary>The table with the columns for number and name that the mapping chose; the others stay as the system tells them.</summary>
    public static TableSchema Shape(this TableMapping mapping, SystemSide side, TableSchema table)
    {
        var (number, name) = side is SystemSide.BusinessCentral
            ? (mapping.BcNumberField, mapping.BcNameField)
            : (null, mapping.SalesNameField);
        return number is null && name is null
            ? table
            : table with { NumberColumn = number ?? table.NumberColumn, NameColumn = name ?? table.NameColumn };
    }
}
