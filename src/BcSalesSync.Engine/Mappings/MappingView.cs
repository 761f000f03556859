using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings;

/// <summary>Mappings as people see them.</summary>
public static class MappingView
{
    /// <summary>A table mapping.</summary>
    public static BcTableMapping ToContract(this TableMapping mapping) => new()
    {
        Name = mapping.Name,
        BcTable = mapping.BcTable,
        SalesTable = mapping.SalesTable,
        Direction = mapping.Direction,
        SyncOnlyCoupled = mapping.SyncOnlyCoupled,
        BcFilter = mapping.BcFilter,
        SalesFilter = mapping.SalesFilter,
        DependsOn = mapping.DependsOn,
        UpdateConflict = mapping.UpdateConflict,
        ConflictScope = mapping.ConflictScope,
        DeletionConflict = mapping.DeletionConflict,
        SyncAfterCoupling = mapping.SyncAfterCoupling,
        CreateNewIfNoMatch = mapping.CreateNewIfNoMatch,
        IntervalMinutes = mapping.IntervalMinutes,
        IdleMinutes = mapping.IdleMinutes,
        Enabled = mapping.Enabled,
    };

    /// <summary>
    /// The rows that belong to the ownership model, whether enabled or not, each with the reason why the connection cannot serve it.
    /// </summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="pattern">Narrows by the name on either side, wildcards allowed; null for all.</param>
    /// <param name="ownership">Who owns rows created in Sales.</param>
    /// <param name="offered">What the connection offers.</param>
    public static IEnumerable<BcFieldMapping> FieldsToContract(
        this TableMapping mapping, string? pattern, OwnershipModel ownership, OfferedTables offered)
    {
        var wildcard = new WildcardPattern(pattern ?? "*");
        return mapping.Fields
            .Where(field => field.BelongsTo(ownership) && (Fits(wildcard, field.BcField) || Fits(wildcard, field.SalesField)))
            .Select(field => new BcFieldMapping
            {
                Mapping = mapping.Name,
                BcField = field.BcField,
                SalesField = field.SalesField,
                Direction = field.Direction,
                ConstantValue = field.Constant,
                Enabled = field.Enabled,
                ClearOnFailedSync = field.ClearOnFailedSync,
                NotNull = field.NotNull,
                UseForMatching = field.UseForMatching,
                CaseSensitive = field.CaseSensitive,
                MatchPriority = field.MatchPriority,
                BuiltIn = field.BuiltIn,
                Unavailable = FieldAvailability.Obstacle(mapping, field, offered),
            });
    }

    private static bool Fits(WildcardPattern wildcard, string? name) => name is not null && wildcard.Matches(name);
}
