using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// Units of measure, and the groups that convert between them.
internal static class UnitTables
{
    public static SalesTable Group() => new("uomschedule", "uomschedules", "Unit Group",
    [
        Text("name", 200).Required(), Text("baseuomname", 100).CreateOnly(), Memo("description"),
        .. StandardFields.ActiveOrInactive(), .. StandardFields.Audit(),
    ])
    {
        TypeCode = 1056,
        TakesMultiple = true,
    };

    // A unit belongs to its group for good; all but the group's base unit are multiples of another one.
    public static SalesTable Unit() => new("uom", "uoms", "Unit",
    [
        Text("name", 100).Required(), Decimal("quantity", 5).Between(0, 10_000_000_000),
        Lookup("baseuom", "uom").OnDeletion(PointerFate.Follows),
        Lookup("uomscheduleid", "uomschedule").CreateOnly().OnDeletion(PointerFate.Follows), Boolean("isschedulebaseuom").ReadOnly(),
        .. StandardFields.Audit(),
    ])
    {
        TypeCode = 1055,
    };
}
