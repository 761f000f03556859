using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// All units of one item or resource under one code; Business Central keeps these rows itself.
internal static class UnitGroupTable
{
    public static readonly Column SourceType = Column.Option("sourceType", "Item", "Resource");
    public static readonly Column SourceId = Column.Guid("sourceId");
    public static readonly Column SourceNumber = Column.Code("sourceNumber", 20);
    public static readonly Column Code = new("code", ColumnType.Code, 50) { Caption = "Code" };

    public static readonly Table Table = BcTable.Make(
        5400, "Unit Group", "unitGroups", Code, SourceType, SourceId, SourceNumber, Code);
}
