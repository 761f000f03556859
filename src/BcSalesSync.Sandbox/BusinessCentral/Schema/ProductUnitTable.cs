using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// The units an item or a resource is counted in: two tables of one shape.
internal sealed class ProductUnitTable
{
    private ProductUnitTable(int number, string product)
    {
        var caption = char.ToUpperInvariant(product[0]) + product[1..];
        Number = new Column(product + "Number", ColumnType.Code, 20) { Caption = caption + " No." };
        ProductId = Column.Guid(product + "Id");
        Table = BcTable.MakeCompound(
            number, caption + " Unit of Measure", product + "UnitsOfMeasure", [Number, Code], Number, Code, Quantity, ProductId, GroupId);
    }

    public static ProductUnitTable OfItem { get; } = new(5404, "item");

    public static ProductUnitTable OfResource { get; } = new(205, "resource");

    public Column Number { get; }

    public Column Code { get; } = new("code", ColumnType.Code, 10) { Caption = "Code" };

    public Column Quantity { get; } = new("qtyPerUnitOfMeasure", ColumnType.Decimal) { Caption = "Qty. per Unit of Measure" };

    public Column ProductId { get; }

    public Column GroupId { get; } = Column.Guid("unitGroupId");

    public Table Table { get; }
}
