using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// Units of items and resources, and the groups of them.
internal static class UnitPages
{
    public static BcPage Groups(ProductSources sources) => new PageBuilder("unitGroups", "unitGroup", UnitGroupTable.Table)
        .Id()
        .ReadOnly(UnitGroupTable.SourceType, UnitGroupTable.SourceId, UnitGroupTable.SourceNumber)
        .Computed("sourceName", ColumnType.Text, sources.SourceName, maxLength: 100)
        .ReadOnly(UnitGroupTable.Code)
        .SystemColumns()
        .ThroughVariables("sourceName", "code")
        .Build();

    public static BcPage OfProducts(ProductKind kind)
    {
        var units = kind.Units;
        var entity = kind.Word.ToLowerInvariant() + "UnitOfMeasure";
        return new PageBuilder(units.Table.Set, entity, units.Table)
            .Id(editableOnCreate: true)
            .Writable(units.Number, units.Code, units.Quantity)
            .ReadOnly(units.ProductId, units.GroupId)
            .SystemColumns()
            .Build(Rights.All);
    }
}
