using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Items and resources: what both have, each with units and a unit group of its own.
internal sealed class ProductKind
{
    private ProductKind(Table table, ProductUnitTable units, Column name)
    {
        Table = table;
        Units = units;
        Name = name;
    }

    public static ProductKind Item { get; } = new(ItemTable.Table, ProductUnitTable.OfItem, ItemTable.Name)
    {
        NumberSeries = "bc.series.item",
        NumberPrefix = "I",
    };

    public static ProductKind Resource { get; } = new(ResourceTable.Table, ProductUnitTable.OfResource, ResourceTable.Name)
    {
        NumberSeries = "bc.series.resource",
        NumberPrefix = "R",
    };

    public static IReadOnlyList<ProductKind> All { get; } = [Item, Resource];

    public Table Table { get; }

    public ProductUnitTable Units { get; }

    public Column Name { get; }

    public required string NumberSeries { get; init; }

    public required string NumberPrefix { get; init; }

    // How unit groups and prices call the kind.
    public string Word => Table.Caption;

    public Column Number => Table["number"];

    public Column BaseUnit => Table["baseUnitOfMeasureCode"];

    public Column Vendor => Table["vendorNumber"];

    // Null when no kind has this name.
    public static ProductKind? Find(string word) => All.FirstOrDefault(kind => kind.Word == word);

    public string GroupCode(string number) => $"{Word.ToUpperInvariant()} {number} UOM GR";
}
