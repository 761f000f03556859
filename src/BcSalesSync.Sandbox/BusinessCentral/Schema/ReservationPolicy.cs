namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Whether stock is reserved for the lines of a customer, or of an item.
internal static class ReservationPolicy
{
    public const string Optional = "Optional";
    public const string Always = "Always";

    public static readonly string[] All = ["Never", Optional, Always];
}
