using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Makes Business Central tables: the system columns of every table, blanks instead of nulls.
internal static class BcTable
{
    public const string CreatedBy = "systemCreatedBy";
    public const string ModifiedBy = "systemModifiedBy";

    public static Table Make(int number, string caption, string set, Column key, params Column[] columns)
    {
        var stamps = new StampColumns(
            Column.Guid("id"), Column.BigInteger("systemRowVersion"), Column.DateTime("systemCreatedAt"),
            Column.DateTime("systemModifiedAt"));
        Column[] own = columns.Contains(key) ? columns : [key, .. columns];
        return new Table("bc", caption, stamps, [Column.Guid(CreatedBy), Column.Guid(ModifiedBy), .. own])
        {
            Caption = caption,
            Set = set,
            Number = number,
            KeyColumn = key,
            BlanksForNulls = true,
        };
    }
}
