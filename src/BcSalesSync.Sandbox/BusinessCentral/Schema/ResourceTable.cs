using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class ResourceTable
{
    public static readonly Column Number = new("number", ColumnType.Code, 20) { Caption = "No." };
    public static readonly Column Name = new("name", ColumnType.Text, 100) { Caption = "Name" };
    public static readonly Column Type = Column.Option("type", "Person", "Machine");
    public static readonly Column BaseUnit = new("baseUnitOfMeasureCode", ColumnType.Code, 10) { Caption = "Base Unit of Measure" };
    public static readonly Column UnitPrice = Column.Decimal("unitPrice");
    public static readonly Column UnitCost = Column.Decimal("unitCost");
    public static readonly Column Vendor = new("vendorNumber", ColumnType.Code, 20) { Caption = "Vendor No." };
    public static readonly Column Capacity = Column.Decimal("capacity");
    public static readonly Column Blocked = new("blocked", ColumnType.Boolean) { Caption = "Blocked" };

    public static readonly Table Table = BcTable.Make(
        156, "Resource", "resources", Number, Number, Name, Type, BaseUnit, UnitPrice, UnitCost, Vendor, Capacity, Blocked);
}
