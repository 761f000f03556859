using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// A group of users that can own rows.
internal static class TeamTable
{
    public static SalesTable Create() => new("team", "teams", "Team", Fields())
    {
        TypeCode = 9,
        KeepsReferencedRows = true,
    };

    private static IEnumerable<Field> Fields() =>
    [
        Lookup("businessunitid", "businessunit"), Text("name", 160), Memo("description"), Text("emailaddress", 100),
        Lookup("administratorid", "systemuser"), Pick("teamtype", ChoiceSets.TeamType).CreateOnly(),
        TableName("regardingobjecttypecode").CreateOnly(), Boolean("isdefault").ReadOnly(), Boolean("systemmanaged").ReadOnly(),
        .. StandardFields.Currency(), .. StandardFields.Audit(), .. StandardFields.Process(),
    ];
}
