using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings;

/// <summary>The rows of a mapping that take part in a pass.</summary>
public static class EffectiveFields
{
    /// <summary>
    /// Rows that are enabled, belong under the switches, travel in the direction of the pass and are served by the connection, in the
    /// order in which they are written. Rows for the table of a reference never take part: the reference carries its table.
    /// </summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="pass">Direction of the pass; never Both.</param>
    /// <param name="setup">The switches.</param>
    /// <param name="offered">What the connection offers.</param>
    public static IReadOnlyList<FieldMapping> Of(TableMapping mapping, SyncDirection pass, BcSyncSetup setup, OfferedTables offered)
    {
        if (!mapping.Direction.Includes(pass))
            return [];
        var fields = mapping.Fields
            .Where(field => field.Enabled && field.BelongsTo(setup) && field.Direction.Includes(pass) && !NamesReferencedTable(field))
            .Where(field => FieldAvailability.Obstacle(mapping, field, offered, pass) is null)
            .ToList();
        var replaced = fields.Where(field => field.InsteadOf is not null).Select(field => Destination(field, pass)).ToHashSet();
        fields.RemoveAll(field => field.InsteadOf is null && replaced.Contains(Destination(field, pass)));
        return fields;
    }

    /// <summary>True when the switches want the row.</summary>
    public static bool BelongsTo(this FieldMapping field, BcSyncSetup setup) => field.When?.Holds(setup) is not false;

    /// <summary>True when some switches let both rows take part.</summary>
    public static bool MeetsAlongWith(this FieldMapping field, FieldMapping other) =>
        field.When is null || other.When is null || field.When.AllowsAlongWith(other.When);

    private static string? Destination(FieldMapping field, SyncDirection pass) =>
        pass is SyncDirection.ToSales ? field.SalesField : field.BcField;

    private static bool NamesReferencedTable(FieldMapping field) =>
        field.SalesField is { } column && ReferenceType.ReferenceOf(column) is not null;
}
