using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Contact Business Relation: which company contact stands for which customer.
internal static class RelationTable
{
    public static readonly Column ContactNumber = Column.Code("contactNumber", 20);
    public static readonly Column LinkToTable = Column.Option("linkToTable", " ", "Customer", "Vendor", "Bank Account", "Employee");
    public static readonly Column Number = Column.Code("number", 20);

    public static readonly Table Table = BcTable.Make(
        5054, "Contact Business Relation", "contactBusinessRelations", ContactNumber, ContactNumber, LinkToTable, Number);
}
