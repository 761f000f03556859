using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Errors;

/// <summary>Problems with the switches.</summary>
internal static class SetupErrors
{
    public static BcSyncError SwitchedOff(DateTimeOffset time, string mapping, string command) =>
        Of(
            time,
            "BcSync.Setup.SwitchedOff",
            $"The switches of this connection do not want the mapping {mapping}.",
            $"Turn the switch first: {command}.") with { Mapping = mapping };

    public static BcSyncError OrdersNotCreated(DateTimeOffset time, SalesOrderIntegration integration) =>
        Of(
            time,
            "BcSync.Setup.OrdersNotCreated",
            $"Sales orders are not created in Business Central while SalesOrderIntegration is {integration}, so not by themselves either.",
            "Turn both: Set-BcSyncSetup -SalesOrderIntegration OneWay -AutoCreateSalesOrders $true.");

    /// <summary>Orders cannot travel both ways without the companion app, which alone can reopen and release them.</summary>
    public static BcSyncError TwoWayNeedsCompanion(DateTimeOffset time) => ErrorCatalog.Create(
        time,
        "BcSync.Setup.TwoWayNeedsCompanion",
        FailureClass.Capability,
        "Orders can travel both ways only with the companion app, which this Business Central does not have: without it nothing can reopen and "
            + "release an order from outside.",
        "Install the companion app, or let orders travel one way: Set-BcSyncSetup -SalesOrderIntegration OneWay.");

    public static BcSyncError OrdersOff(DateTimeOffset time, SalesOrderIntegration integration) =>
        Of(
            time,
            "BcSync.Setup.OrdersOff",
            $"Sales orders are not taken over while SalesOrderIntegration is {integration}.",
            "Turn it on: Set-BcSyncSetup -SalesOrderIntegration OneWay.");

    public static BcSyncError OrdersSubmitted(DateTimeOffset time, int orders) =>
        Of(
            time,
            "BcSync.Setup.OrdersSubmitted",
            $"Order integration cannot be switched off while submitted orders exist in Sales ({orders}): nobody could change them any more.",
            "Get-BcSalesDocument -Kind Order lists them. Have them posted in Business Central, or taken back in Sales, first.");

    public static BcSyncError SolutionMissing(DateTimeOffset time, string solution) =>
        Of(
            time,
            "BcSync.Setup.SolutionMissing",
            $"Sales does not have the solution {solution}, which order integration needs.",
            "Install the Business Central integration solution in Sales.");

    public static BcSyncError OrganizationRefused(DateTimeOffset time, string reason) =>
        Of(
            time,
            "BcSync.Setup.OrganizationRefused",
            $"Sales did not take note that its orders are taken over: {reason}",
            "Give the application the right to change the organization's settings, and set the switch again.");

    public static BcSyncError WriteInTableMissing(DateTimeOffset time, WriteInProductType type) =>
        Of(
            time,
            "BcSync.Setup.WriteInProductNotOffered",
            $"This Business Central does not offer the table of {Plural(type)}.",
            "Install the companion app, or choose an item: Set-BcSyncSetup -WriteInProductType Item.");

    public static BcSyncError WriteInNotFound(DateTimeOffset time, WriteInProductType type, string number) =>
        Of(
            time,
            "BcSync.Setup.WriteInProductNotFound",
            $"There is no {Singular(type)} '{number}' in Business Central.",
            $"Give the number of one that exists with Set-BcSyncSetup -WriteInProductNo, or create {Singular(type)} '{number}' first.");

    public static BcSyncError WriteInKeptInStock(DateTimeOffset time, string number) =>
        Of(
            time,
            "BcSync.Setup.WriteInProductKeptInStock",
            $"Item '{number}' is kept in stock and cannot stand for written-in products.",
            "Choose an item of type Service or Non-Inventory.");

    public static BcSyncError WriteInCoupled(DateTimeOffset time, string mapping, string number) =>
        Of(
            time,
            "BcSync.Setup.WriteInProductCoupled",
            $"'{number}' is coupled to a product, so it cannot stand for written-in ones.",
            $"Remove its coupling first: Remove-BcCoupling -Mapping {mapping.Typed()} -BcNo '{number}'. Or choose another.") with
        {
            Mapping = mapping,
        };

    private static BcSyncError Of(DateTimeOffset time, string errorId, string message, string nextStep) =>
        ErrorCatalog.Create(time, errorId, FailureClass.Configuration, message, nextStep);

    private static string Singular(WriteInProductType type) => type is WriteInProductType.Item ? "item" : "resource";

    private static string Plural(WriteInProductType type) => type is WriteInProductType.Item ? "items" : "resources";
}
