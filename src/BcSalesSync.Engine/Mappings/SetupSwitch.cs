using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings;

/// <summary>What turning switches means for the mappings that are set up. Pure.</summary>
/// <param name="Setup">The switches afterwards.</param>
/// <param name="Added">Default mappings that now belong.</param>
/// <param name="Removed">Mappings that no longer belong.</param>
internal sealed record SetupSwitch(BcSyncSetup Setup, IReadOnlyList<TableMapping> Added, IReadOnlyList<TableMapping> Removed)
{
    /// <summary>
    /// Works out what comes and goes. A mapping somebody changed stays as it is while it belongs; one that was never set up comes only
    /// if the switches before did not want it.
    /// </summary>
    public static SetupSwitch Between(IReadOnlyList<TableMapping> mappings, BcSyncSetup before, BcSyncSetup after)
    {
        var removed = mappings.Where(mapping => !mapping.BelongsTo(after)).ToArray();
        var names = mappings.Except(removed).Select(mapping => mapping.Name).ToHashSet();
        var added = mappings.Count == 0
            ? []
            : DefaultMappings.For(after).Where(mapping => !mapping.BelongsTo(before) && !names.Contains(mapping.Name)).ToArray();
        return new SetupSwitch(after, added, removed);
    }

    /// <summary>The switches with a change applied.</summary>
    public static BcSyncSetup Apply(BcSyncSetup setup, SetupChange change) => setup with
    {
        OwnershipModel = change.OwnershipModel ?? setup.OwnershipModel,
        UnitGroupMapping = change.UnitGroupMapping ?? setup.UnitGroupMapping,
        ExtendedPricing = change.ExtendedPricing ?? setup.ExtendedPricing,
        SalesOrderIntegration = change.SalesOrderIntegration ?? setup.SalesOrderIntegration,
        WriteInProductType = change.WriteInProductType ?? setup.WriteInProductType,
        WriteInProductNo = change.WriteInProductNo is { } number
            ? (number.Trim() is { Length: > 0 } given ? given.ToUpperInvariant() : null)
            : setup.WriteInProductNo,
        OptionChanges = change.OptionChanges ?? setup.OptionChanges,
    };
}
