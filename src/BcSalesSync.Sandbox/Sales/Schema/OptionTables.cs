using BcSalesSync.Sandbox.Tables;
using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// The options of choice columns: those in force, and those that wait to be published.
internal static class OptionTables
{
    public static SalesTable InForce() => new("stringmap", "stringmaps", "String Map", Fields())
    {
        TypeCode = 1043,
        PrimaryName = "value",
        TracksChanges = false,
        IsReadOnly = true,
    };

    // No client sees it; its columns are those of the options in force.
    public static Table Waiting(SalesTable inForce)
    {
        var stamps = new StampColumns(
            Column.Guid(inForce.Id.Name), Column.BigInteger("versionnumber"), Column.DateTime("createdon"), Column.DateTime("modifiedon"));
        return new Table("sales", inForce.Name + "/waiting", stamps, Fields().Select(field => field.Column))
        {
            TextComparer = StringComparer.OrdinalIgnoreCase,
        };
    }

    private static IEnumerable<Field> Fields() =>
    [
        TableName("objecttypecode"), Text("attributename", 100), Integer("attributevalue"), Text("value", 4000), Integer("displayorder"),
        Integer("langid"),
    ];
}
