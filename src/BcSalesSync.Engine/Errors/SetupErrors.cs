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
