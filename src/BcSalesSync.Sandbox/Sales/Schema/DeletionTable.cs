using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Sales.Schema;

// Remembers the ids of a table's deleted rows for change tracking; the version of an entry is that of the deletion.
internal sealed class DeletionTable
{
    public DeletionTable(string name)
    {
        var stamps = new StampColumns(
            Column.Guid("id"), Column.BigInteger("versionnumber"), Column.DateTime("createdon"), Column.DateTime("modifiedon"));
        Table = new Table("sales", name + "/deleted", stamps, []);
    }

    public Table Table { get; }
}
