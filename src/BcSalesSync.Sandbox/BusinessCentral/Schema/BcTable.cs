using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Makes Business Central tables: the system columns of every table, blanks instead of nulls.
internal static class BcTable
{
    public const string CreatedBy = "systemCreatedBy";
    public const string ModifiedBy = "systemModifiedBy";

    // A table with a key of one column. A key that is no code is there for the order alone.
    public static Table Make(int number, string caption, string set, Column key, params Column[] columns) =>
        Make(number, caption, set, key, key.Type == ColumnType.Code ? [key] : [], columns);

    // A table whose rows are told apart by several columns, the first of which orders them.
    public static Table MakeCompound(int number, string caption, string set, Column[] key, params Column[] columns) =>
        Make(number, caption, set, key[0], key, columns);

    // A table ordered by one column and told apart by others.
    public static Table MakeOrdered(int number, string caption, string set, Column order, Column[] key, Column[] columns) =>
        Make(number, caption, set, order, key, columns);

    // A set-up table with one row.
    public static Table MakeSetup(int number, string caption, string set, params Column[] columns) =>
        Make(number, caption, set, columns[0], [], columns, hasOneRow: true);

    private static Table Make(
        int number, string caption, string set, Column order, IReadOnlyList<Column> unique, Column[] columns, bool hasOneRow = false)
    {
        var stamps = new StampColumns(
            Column.Guid("id"), Column.BigInteger("systemRowVersion"), Column.DateTime("systemCreatedAt"),
            Column.DateTime("systemModifiedAt"));
        Column[] own = columns.Contains(order) ? columns : [order, .. columns];
        return new Table("bc", caption, stamps, [Column.Guid(CreatedBy), Column.Guid(ModifiedBy), .. own])
        {
            Caption = caption,
            Set = set,
            Number = number,
            KeyColumn = order,
            UniqueKey = unique,
            HasOneRow = hasOneRow,
            BlanksForNulls = true,
        };
    }
}
