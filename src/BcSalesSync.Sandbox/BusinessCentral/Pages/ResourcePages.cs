using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

internal static class ResourcePages
{
    public static BcPage Companion(ProductSources sources) => new PageBuilder("resources", "resource", ResourceTable.Table)
        .Id(editableOnCreate: true)
        .Writable(ResourceTable.Number, ResourceTable.Name, ResourceTable.Type, ResourceTable.BaseUnit)
        .Computed("baseResourceUnitOfMeasureId", ColumnType.Guid, row => sources.BaseUnitId(ProductKind.Resource, row))
        .Writable(ResourceTable.UnitPrice, ResourceTable.UnitCost, ResourceTable.Vendor)
        .Computed("vendorName", ColumnType.Text, row => sources.VendorName(ProductKind.Resource, row), maxLength: 100)
        .ReadOnly(ResourceTable.Capacity)
        .Writable(ResourceTable.Blocked)
        .SystemColumns()
        .Build(Rights.All);
}
