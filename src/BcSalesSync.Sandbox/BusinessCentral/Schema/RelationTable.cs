using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Contact Business Relation: which company contact stands for which customer or vendor.
internal static class RelationTable
{
    public static readonly Column ContactNumber = new("contactNumber", ColumnType.Code, 20) { Caption = "Contact No." };
    public static readonly Column LinkToTable = new("linkToTable", ColumnType.Option)
    {
        Caption = "Link to Table", Options = [" ", "Customer", "Vendor", "Bank Account", "Employee"],
    };

    public static readonly Column Number = new("number", ColumnType.Code, 20) { Caption = "No." };

    public static readonly Table Table = BcTable.MakeCompound(
        5054, "Contact Business Relation", "contactBusinessRelations", [ContactNumber, LinkToTable, Number], ContactNumber, LinkToTable,
        Number);
}
