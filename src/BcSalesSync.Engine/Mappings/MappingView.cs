using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings;

/// <summary>Mappings as people see them.</summary>
public static class MappingView
{
    /// <summary>A table mapping; of its predecessors those that are set up are shown.</summary>
    public static BcTableMapping ToContract(this TableMapping mapping, MappingSet set) => new()
    {
        Name = mapping.Name,
        BcTable = mapping.BcTable,
        SalesTable = mapping.SalesTable,
        Direction = mapping.Direction,
        SyncOnlyCoupled = mapping.SyncOnlyCoupled,
        BcFilter = mapping.BcFilter,
        SalesFilter = mapping.SalesFilter,
        DependsOn = set.PredecessorsOf(mapping),
        UpdateConflict = mapping.UpdateConflict,
        ConflictScope = mapping.ConflictScope,
        DeletionConflict = mapping.DeletionConflict,
        IntervalMinutes = mapping.IntervalMinutes,
        IdleMinutes = mapping.IdleMinutes,
        Enabled = mapping.Enabled,
        BcNumberField = mapping.BcNumberField,
        BcNameField = mapping.BcNameField,
        SalesNameField = mapping.SalesNameField,
        Templates = [.. (mapping.Templates ?? []).Select(template => new BcCreationTemplate
        {
            Direction = template.Direction,
            Priority = template.Priority,
            Filter = template.Filter,
            Values = template.Values.ToDictionary(),
        })],
    };

    /// <summary>
    /// The rows that belong under the switches, whether enabled or not, each with the reason why the connection cannot serve it.
    /// </summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="pattern">Narrows by the name on either side, wildcards allowed; null for all.</param>
    /// <param name="setup">The switches.</param>
    /// <param name="offered">What the connection offers.</param>
    public static IEnumerable<BcFieldMapping> FieldsToContract(
        this TableMapping mapping, string? pattern, BcSyncSetup setup, OfferedTables offered)
    {
        var wildcard = new WildcardPattern(pattern ?? "*");
        return mapping.Fields
            .Where(field => field.BelongsTo(setup) && (Fits(wildcard, field.BcField) || Fits(wildcard, field.SalesField)))
            .Select(field => mapping.ToContract(field, offered));
    }

    /// <summary>A row, with the reason why the connection cannot serve it.</summary>
    public static BcFieldMapping ToContract(this TableMapping mapping, FieldMapping field, OfferedTables offered) => new()
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
        LookupMapping = field.LookupMapping,
        Transformation = field.Transform?.Texts ?? [],
        BuiltIn = field.BuiltIn,
        Unavailable = FieldAvailability.Obstacle(mapping, field, offered),
    };

    private static bool Fits(WildcardPattern wildcard, string? name) => name is not null && wildcard.Matches(name);
}
