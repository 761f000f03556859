using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// Tables that the organisation made itself, so that nobody takes the standard ones for all there are.
internal static class CustomTables
{
    public static SalesTable Region() => new("new_region", "new_regions", "Region",
    [
        Text("new_name", 50), Text("new_code", 10), Pick("new_group", new(100000000, "Home"), new(100000001, "Abroad")),
        DateOnly("new_validfrom"), Integer("new_rank"), Text("new_source", 20).CreateOnly(),
        Lookup("new_currency", "transactioncurrency", "new_Currency"),
        .. StandardFields.Ownership(), .. StandardFields.ActiveOrInactive(), .. StandardFields.Audit(),
    ])
    {
        TypeCode = 10500,
        PrimaryName = "new_name",
        TakesMultiple = true,
    };
}
