using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// Columns that most tables have under the same names (wire-dataverse 9).
internal static class StandardFields
{
    public static IEnumerable<Field> Audit() =>
    [
        Lookup("createdby", "systemuser").ReadOnly(),
        Lookup("modifiedby", "systemuser").ReadOnly(),
        Lookup("createdonbehalfby", "systemuser").ReadOnly(),
        Lookup("modifiedonbehalfby", "systemuser").ReadOnly(),
        Integer("importsequencenumber").CreateOnly(),
        DateTime("overriddencreatedon").CreateOnly(),
    ];

    public static IEnumerable<Field> Ownership() =>
    [
        Owner(),
        Lookup("owninguser", "systemuser").ReadOnly(),
        Lookup("owningteam", "team").ReadOnly(),
        Lookup("owningbusinessunit", "businessunit").ReadOnly(),
    ];

    public static IEnumerable<Field> Currency() =>
    [
        Lookup("transactioncurrencyid", "transactioncurrency"),
        Decimal("exchangerate", 10).ReadOnly(),
    ];

    public static IEnumerable<Field> ActiveOrInactive() =>
    [
        State(new Choice(0, "Active"), new Choice(1, "Inactive")),
        Status(new Choice(1, "Active", 0), new Choice(2, "Inactive", 1)),
    ];

    // A business process the row takes part in.
    public static IEnumerable<Field> Process() => [Id("processid"), Id("stageid"), Text("traversedpath", 1250)];
}
