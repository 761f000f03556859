namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

public sealed class ProductUnitTests
{
    [Fact]
    public async Task A_unit_is_added_to_the_group_of_its_item()
    {
        using var bc = await BcClient.ConnectAsync();
        var unit = await bc.CreateAsync("sync:itemUnitsOfMeasure", new { itemNumber = "1000", code = "box", qtyPerUnitOfMeasure = 6 });
        Assert.Equal(("BOX", 6m), (unit.Text("code"), unit.Number("qtyPerUnitOfMeasure")));
        var group = await bc.FindAsync("sync:unitGroups", "sourceType eq 'Item' and sourceNumber eq '1000'");
        Assert.Equal((group.Text("id"), group.Text("sourceId")), (unit.Text("unitGroupId"), unit.Text("itemId")));
    }

    [Fact]
    public async Task A_unit_without_quantity_counts_once()
    {
        using var bc = await BcClient.ConnectAsync();
        var unit = await bc.CreateAsync("sync:resourceUnitsOfMeasure", new { resourceNumber = "MARTY", code = "DAY" });
        Assert.Equal(1m, unit.Number("qtyPerUnitOfMeasure"));
    }

    [Fact]
    public async Task An_item_has_a_unit_once()
    {
        using var bc = await BcClient.ConnectAsync();
        BcSteps.AssertRefused(
            await bc.TryCreateAsync("sync:itemUnitsOfMeasure", new { itemNumber = "1928-S", code = "BOX", qtyPerUnitOfMeasure = 12 }),
            "Internal_EntityWithSameKeyExists",
            "The record in table Item Unit of Measure already exists. Identification fields and values: Item No.='1928-S',Code='BOX'");
        Assert.Equal(2, (await bc.ReadAsync("sync:itemUnitsOfMeasure", "?$filter=itemNumber eq '1928-S'")).Count);
    }

    [Theory]
    [InlineData("{\"itemNumber\":\"1000\",\"code\":\"BOX\",\"qtyPerUnitOfMeasure\":0}", "Application_FieldValidationException",
        "Qty. per Unit of Measure must be greater than 0 in Item Unit of Measure: Item No.=1000, Code=BOX.")]
    [InlineData("{\"itemNumber\":\"1000\",\"code\":\"CRATE\"}", "Internal_InvalidTableRelation",
        "The field Code of table Item Unit of Measure contains a value (CRATE) that cannot be found in the related table "
        + "(Unit of Measure).")]
    [InlineData("{\"code\":\"BOX\"}", "Application_FieldValidationException",
        "Item No. must have a value in Item Unit of Measure: Item No.=, Code=BOX. It cannot be zero or empty.")]
    [InlineData("{\"itemNumber\":\"1000\",\"code\":\"BOX\",\"unitGroupId\":\"5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01\"}",
        "BadRequest_InvalidOperation", "Control 'unitGroupId' is read-only.")]
    public async Task A_unit_that_cannot_be_is_refused(string json, string code, string message)
    {
        using var bc = await BcClient.ConnectAsync();
        BcSteps.AssertRefused(await bc.TryCreateAsync("sync:itemUnitsOfMeasure", json), code, message);
    }

    [Fact]
    public async Task The_base_unit_can_neither_be_changed_nor_removed()
    {
        using var bc = await BcClient.ConnectAsync();
        var unit = await bc.FindAsync("sync:itemUnitsOfMeasure", "itemNumber eq '1928-S' and code eq 'PCS'");
        const string message = "You cannot modify Item Unit of Measure PCS for item 1928-S because it is the item's Base Unit of Measure.";
        BcSteps.AssertRefused(await bc.TryRemoveAsync("sync:itemUnitsOfMeasure", unit), "Application_DialogException", message);
        BcSteps.AssertRefused(
            await bc.TryChangeAsync("sync:itemUnitsOfMeasure", unit, new { qtyPerUnitOfMeasure = 2 }), "Application_DialogException",
            message);
    }

    [Fact]
    public async Task Another_unit_can_be_changed_and_removed_and_the_removal_is_logged()
    {
        using var bc = await BcClient.ConnectAsync();
        var unit = await bc.FindAsync("sync:itemUnitsOfMeasure", "itemNumber eq '1928-S' and code eq 'BOX'");
        Assert.Equal(
            8m, (await bc.ChangeAsync("sync:itemUnitsOfMeasure", unit, new { qtyPerUnitOfMeasure = 8 })).Number("qtyPerUnitOfMeasure"));
        await bc.RemoveAsync("sync:itemUnitsOfMeasure", unit);
        Assert.Equal(unit.Text("id"), (await bc.FindAsync("sync:deletedRecords", "tableId eq 5404")).Text("recordSystemId"));
    }

    [Fact]
    public async Task A_unit_of_more_than_one_cannot_become_base_unit()
    {
        using var bc = await BcClient.ConnectAsync();
        var resource = await bc.FindAsync("sync:resources", "number eq 'LINA'");
        BcSteps.AssertRefused(
            await bc.TryChangeAsync("sync:resources", resource, new { baseUnitOfMeasureCode = "DAY" }), "Application_DialogException",
            "The quantity per base unit of measure must be 1. DAY is set up with 8 per unit of measure.");
    }

    [Fact]
    public async Task A_renamed_unit_keeps_its_id_and_is_renamed_everywhere()
    {
        using var bc = await BcClient.ConnectAsync();
        var unit = await bc.FindAsync("unitsOfMeasure", "code eq 'BOX'");
        var before = await bc.FindAsync("sync:itemUnitsOfMeasure", "itemNumber eq '1928-S' and code eq 'BOX'");
        await bc.ChangeAsync("unitsOfMeasure", unit, new { code = "Carton" });
        var renamed = await bc.FindAsync("sync:unitsOfMeasure", "code eq 'CARTON'");
        Assert.Equal((unit.Text("id"), "Box"), (renamed.Text("id"), renamed.Text("displayName")));
        var after = await bc.FindAsync("sync:itemUnitsOfMeasure", "itemNumber eq '1928-S' and code eq 'CARTON'");
        Assert.Equal(before.Text("id"), after.Text("id"));
        Assert.True(after.Version() > before.Version());
        Assert.Equal("CARTON", (await bc.FindAsync("sync:priceListLines", "unitPrice eq 320")).Text("unitOfMeasureCode"));
    }

    [Fact]
    public async Task A_new_resource_has_group_and_base_unit_too()
    {
        using var bc = await BcClient.ConnectAsync();
        var resource = await bc.CreateAsync(
            "sync:resources",
            new { name = "Van", type = "Machine", baseUnitOfMeasureCode = "DAY", vendorNumber = "V10000" });
        Assert.Equal(("R100001", "First Up Consultants"), (resource.Text("number"), resource.Text("vendorName")));
        var unit = await bc.FindAsync("sync:resourceUnitsOfMeasure", "resourceNumber eq 'R100001'");
        Assert.Equal((unit.Text("id"), unit.Text("resourceId")), (resource.Text("baseResourceUnitOfMeasureId"), resource.Text("id")));
        Assert.Equal("RESOURCE R100001 UOM GR", (await bc.FindAsync("sync:unitGroups", $"id eq {unit.Text("unitGroupId")}")).Text("code"));
    }

    [Fact]
    public async Task An_item_and_a_resource_may_have_the_same_number()
    {
        using var bc = await BcClient.ConnectAsync();
        var item = await bc.CreateAsync("sync:items", new { number = "LINA", displayName = "Lina chair", baseUnitOfMeasureCode = "PCS" });
        Assert.Equal(
            ["ITEM LINA UOM GR", "RESOURCE LINA UOM GR"],
            (await bc.ReadAsync("sync:unitGroups", "?$filter=sourceNumber eq 'LINA'")).Select(group => group.Text("code")));
        await bc.RemoveAsync("sync:items", item);
        Assert.Equal("Lina Townsend", (await bc.FindAsync("sync:unitGroups", "sourceNumber eq 'LINA'")).Text("sourceName"));
        Assert.Single(await bc.ReadAsync("sync:priceListLines", "?$filter=assetNumber eq 'LINA'"));
    }

    [Fact]
    public async Task Units_of_several_items_can_be_asked_for_by_the_ids_of_the_items()
    {
        using var bc = await BcClient.ConnectAsync();
        var items = await bc.ReadAsync("sync:items", "?$select=id&$filter=startswith(number,'19')");
        var ids = items.Select(item => item.Text("id")).ToList();
        var units = await bc.ReadAsync(
            "sync:itemUnitsOfMeasure", "?$select=itemNumber,code&$filter=" + string.Join(" or ", ids.Select(id => $"itemId eq {id}")));
        Assert.Equal(5, ids.Count);
        Assert.Equal(7, units.Count);
    }

    [Fact]
    public async Task Unit_groups_are_Business_Centrals_own()
    {
        using var bc = await BcClient.ConnectAsync();
        var (status, _) = await bc.TryCreateAsync("sync:unitGroups", new { });
        Assert.Equal(System.Net.HttpStatusCode.MethodNotAllowed, status);
    }
}
