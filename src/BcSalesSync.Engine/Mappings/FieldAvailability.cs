using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings;

/// <summary>Says in plain words why a connection cannot serve a mapping or a row of it.</summary>
internal static class FieldAvailability
{
    private const int CompanionTier = 2;

    /// <summary>Why the mapping cannot work at all; null when it can.</summary>
    public static string? Obstacle(TableMapping mapping, OfferedTables offered)
    {
        if (offered.Tier < mapping.Tier)
            return $"{mapping.Name} needs the companion app, which this Business Central does not have.";
        if (offered.Bc is null)
            return $"This Business Central does not offer the table {mapping.BcTable}{CompanionHint(offered)}.";
        return offered.Sales is null ? $"This Sales does not offer the table {mapping.SalesTable}." : null;
    }

    /// <summary>Why the row can travel in none of its directions; null when it can in at least one.</summary>
    public static string? Obstacle(TableMapping mapping, FieldMapping field, OfferedTables offered)
    {
        string? first = null;
        foreach (var pass in field.Direction.Passes())
        {
            var obstacle = Obstacle(mapping, field, offered, pass);
            if (obstacle is null)
                return null;
            first ??= obstacle;
        }

        return first;
    }

    /// <summary>Why the row cannot travel in one direction; null when it can.</summary>
    public static string? Obstacle(TableMapping mapping, FieldMapping field, OfferedTables offered, SyncDirection pass)
    {
        if (Obstacle(mapping, offered) is { } whole)
            return whole;
        var toSales = pass is SyncDirection.ToSales;
        if (Absence(mapping, field, offered) is { } absence)
            return absence;
        if (field.InsteadOf is { } other && ColumnOf(offered.Bc!, other) is not null)
            return $"This Business Central offers {other} in {mapping.BcTable}, so that nothing has to make up for it.";
        if (toSales && field.ReferenceField is { } id && ColumnOf(offered.Bc!, id) is null)
            return $"This Business Central offers no field {id} in {mapping.BcTable}{CompanionHint(offered)}.";
        if (!toSales && field.BcField is { } bc && !CanWrite(ColumnOf(offered.Bc!, bc)!))
            return $"Business Central does not let the field {bc} of {mapping.BcTable} be written.";
        if (toSales && field.SalesField is { } sales && !CanWrite(ColumnOf(offered.Sales!, sales)!))
            return $"Sales does not let the column {sales} of {mapping.SalesTable} be written.";
        return null;
    }

    /// <summary>Why one of the two fields cannot even be read; null when both can. The tables themselves are offered.</summary>
    public static string? Absence(TableMapping mapping, FieldMapping field, OfferedTables offered)
    {
        if (field.BcField is { } bc && ColumnOf(offered.Bc!, bc) is null)
            return $"This Business Central offers no field {bc} in {mapping.BcTable}{CompanionHint(offered)}.";
        return field.SalesField is { } sales && ColumnOf(offered.Sales!, sales) is null
            ? $"This Sales has no column {sales} in {mapping.SalesTable}."
            : null;
    }

    private static ColumnSchema? ColumnOf(TableSchema table, string column) =>
        table.Columns.GetValueOrDefault(ReferenceType.ReferenceOf(column) ?? column);

    private static bool CanWrite(ColumnSchema column) => column.CanCreate || column.CanUpdate;

    private static string CompanionHint(OfferedTables offered) =>
        offered.Tier < CompanionTier ? "; the companion app adds it" : string.Empty;
}
