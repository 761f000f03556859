using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings;

/// <summary>What turning switches means for the mappings that are set up. Pure.</summary>
/// <param name="Setup">The switches afterwards.</param>
/// <param name="Added">Default mappings that now belong.</param>
/// <param name="Removed">Mappings that no longer belong.</param>
internal sealed record SetupSwitch(BcSyncSetup Setup, IReadOnlyList<TableMapping> Added, IReadOnlyList<TableMapping> Removed)
{
    /// <summary>Switches that go off because another one no longer allows them.</summary>
    public IReadOnlyList<string> TurnedOff { get; init; } = [];

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
        return new SetupSwitch(after, added, removed)
        {
            TurnedOff = before.AutoCreateSalesOrders && !CreatesOrders(after) ? [nameof(BcSyncSetup.AutoCreateSalesOrders)] : [],
        };
    }

    /// <summary>The switches with a change applied; orders that do not travel one way are not created by themselves (spec/mappings.md 5.1).</summary>
    public static BcSyncSetup Apply(BcSyncSetup setup, SetupChange change)
    {
        var given = Overlay(setup, change);
        return given with { AutoCreateSalesOrders = given.AutoCreateSalesOrders && CreatesOrders(given) };
    }

    /// <summary>True when orders of Sales are created in Business Central, once.</summary>
    public static bool CreatesOrders(BcSyncSetup setup) => setup.SalesOrderIntegration is SalesOrderIntegration.OneWay;

    private static BcSyncSetup Overlay(BcSyncSetup setup, SetupChange change) => setup with
    {
        OwnershipModel = change.OwnershipModel ?? setup.OwnershipModel,
        UnitGroupMapping = change.UnitGroupMapping ?? setup.UnitGroupMapping,
        ExtendedPricing = change.ExtendedPricing ?? setup.ExtendedPricing,
        SalesOrderIntegration = change.SalesOrderIntegration ?? setup.SalesOrderIntegration,
        AutoCreateSalesOrders = change.AutoCreateSalesOrders ?? setup.AutoCreateSalesOrders,
        AutoProcessQuotes = change.AutoProcessQuotes ?? setup.AutoProcessQuotes,
        ItemAvailability = change.ItemAvailability ?? setup.ItemAvailability,
        WriteInProductType = change.WriteInProductType ?? setup.WriteInProductType,
        WriteInProductNo = Code(change.WriteInProductNo, setup.WriteInProductNo),
        FreightAccountNo = Code(change.FreightAccountNo, setup.FreightAccountNo),
        OptionChanges = change.OptionChanges ?? setup.OptionChanges,
        SkipInvoiceComments = change.SkipInvoiceComments ?? setup.SkipInvoiceComments,
    };

    // Nothing given leaves the code as it is, blank text takes it away.
    private static string? Code(string? given, string? before) =>
        given is null ? before : given.Trim() is { Length: > 0 } code ? code.ToUpperInvariant() : null;
}
