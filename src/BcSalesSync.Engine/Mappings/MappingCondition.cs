using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings;

/// <summary>Switches under which a mapping, or a row of one, belongs; members that are null do not matter.</summary>
public sealed record MappingCondition
{
    /// <summary>Ownership model.</summary>
    public OwnershipModel? Ownership { get; init; }

    /// <summary>Unit groups of items and resources of their own.</summary>
    public bool? UnitGroups { get; init; }

    /// <summary>Prices from price lists.</summary>
    public bool? ExtendedPricing { get; init; }

    /// <summary>How sales orders travel.</summary>
    public SalesOrderIntegration? SalesOrders { get; init; }

    /// <summary>Whether sales orders travel at all, one way or both.</summary>
    public bool? OrdersTravel { get; init; }

    /// <summary>True when the switches are as the condition wants them.</summary>
    public bool Holds(BcSyncSetup setup) =>
        Fits(Ownership, setup.OwnershipModel) && Fits(UnitGroups, setup.UnitGroupMapping)
        && Fits(ExtendedPricing, setup.ExtendedPricing) && Fits(SalesOrders, setup.SalesOrderIntegration)
        && Fits(OrdersTravel, setup.SalesOrderIntegration is not SalesOrderIntegration.None);

    /// <summary>True when some switches fulfil both conditions.</summary>
    public bool AllowsAlongWith(MappingCondition other) =>
        Agree(Ownership, other.Ownership) && Agree(UnitGroups, other.UnitGroups)
        && Agree(ExtendedPricing, other.ExtendedPricing) && Agree(SalesOrders, other.SalesOrders)
        && Agree(OrdersTravel, other.OrdersTravel);

    /// <summary>The command that turns the switches so.</summary>
    public string ToCommand()
    {
        string?[] parameters =
        [
            Ownership is { } ownership ? $" -OwnershipModel {ownership}" : null,
            UnitGroups is { } groups ? $" -UnitGroupMapping ${(groups ? "true" : "false")}" : null,
            ExtendedPricing is { } pricing ? $" -ExtendedPricing ${(pricing ? "true" : "false")}" : null,
            SalesOrders is { } orders ? $" -SalesOrderIntegration {orders}" : null,
            OrdersTravel is { } travel ? $" -SalesOrderIntegration {(travel ? SalesOrderIntegration.OneWay : SalesOrderIntegration.None)}" : null,
        ];
        return "Set-BcSyncSetup" + string.Concat(parameters);
    }

    private static bool Fits<T>(T? wanted, T actual)
        where T : struct => wanted is null || EqualityComparer<T>.Default.Equals(wanted.Value, actual);

    private static bool Agree<T>(T? first, T? second)
        where T : struct => first is not { } wanted || second is null || Fits(second, wanted);
}
