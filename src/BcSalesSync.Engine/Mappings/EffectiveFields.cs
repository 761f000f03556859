using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings;

/// <summary>The rows of a mapping that take part in a pass.</summary>
public static class EffectiveFields
{
    /// <summary>
    /// Rows that are enabled, belong to the ownership model, travel in the direction of the pass and are served by the connection, in the
    /// order in which they are written. Rows for the table of a reference never take part: the reference carries its table.
    /// </summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="pass">Direction of the pass; never Both.</param>
    /// <param name="ownership">Who owns rows created in Sales.</param>
    /// <param name="offered">What the connection offers.</param>
    public static IReadOnlyList<FieldMapping> Of(TableMapping mapping, SyncDirection pass, OwnershipModel ownership, OfferedTables offered)
    {
        if (!mapping.Direction.Includes(pass))
            return [];
        return mapping.Fields
            .Where(field => field.Enabled && field.BelongsTo(ownership) && field.Direction.Includes(pass) && !NamesReferencedTable(field))
            .Where(field => FieldAvailability.Obstacle(mapping, field, offered, pass) is null)
            .ToList();
    }

    /// <summary>True when the row belongs to an ownership model, or to all.</summary>
    public static bool BelongsTo(this FieldMapping field, OwnershipModel ownership) =>
        field.Ownership is null || field.Ownership == ownership;

    /// <summary>True when some switches let both rows take part.</summary>
    public static bool MeetsAlongWith(this FieldMapping field, FieldMapping other) =>
        field.Ownership is null || other.Ownership is null || field.Ownership == other.Ownership;

    private static bool NamesReferencedTable(FieldMapping field) =>
        field.SalesField is { } column && ReferenceType.ReferenceOf(column) is not null;
}
