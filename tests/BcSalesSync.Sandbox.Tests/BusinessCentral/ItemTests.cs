using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

public sealed class ItemTests
{
    [Fact]
    public async Task A_new_item_takes_the_given_number_or_the_next_of_its_series()
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.Equal("CHAIR-7", (await bc.CreateAsync("sync:items", new { number = "chair-7 ", displayName = "Chair" })).Text("number"));
        Assert.Equal("I100001", (await bc.CreateAsync("sync:items", new { displayName = "Stool" })).Text("number"));
        Assert.Equal("I100002", (await bc.CreateAsync("items", new { displayName = "Bench" })).Text("number"));
    }

    [Fact]
    public async Task A_new_item_gets_a_unit_group_and_its_base_unit()
    {
        using var bc = await BcClient.ConnectAsync();
        var item = await bc.CreateAsync("sync:items", new { number = "2000", displayName = "Bench", baseUnitOfMeasureCode = "box" });
        var group = await bc.FindAsync("sync:unitGroups", "sourceNumber eq '2000'");
        Assert.Equal(("ITEM 2000 UOM GR", "Item", "Bench"), (group.Text("code"), group.Text("sourceType"), group.Text("sourceName")));
        Assert.Equal(item.Text("id"), group.Text("sourceId"));
        var unit = await bc.FindAsync("sync:itemUnitsOfMeasure", "itemNumber eq '2000'");
        Assert.Equal(("BOX", 1m), (unit.Text("code"), unit.Number("qtyPerUnitOfMeasure")));
        Assert.Equal((item.Text("id"), group.Text("id")), (unit.Text("itemId"), unit.Text("unitGroupId")));
        Assert.Equal(unit.Text("id"), item.Text("baseItemUnitOfMeasureId"));
    }

    [Fact]
    public async Task An_item_without_base_unit_can_get_one_later()
    {
        using var bc = await BcClient.ConnectAsync();
        var item = await bc.CreateAsync("sync:items", new { number = "2000", displayName = "Bench" });
        Assert.Equal(Guid.Empty.ToString(), item.Text("baseItemUnitOfMeasureId"));
        Assert.Empty(await bc.ReadAsync("sync:itemUnitsOfMeasure", "?$filter=itemNumber eq '2000'"));
        var after = await bc.ChangeAsync("sync:items", item, new { baseUnitOfMeasureCode = "SET" });
        Assert.Equal("SET", (await bc.FindAsync("sync:itemUnitsOfMeasure", "itemNumber eq '2000'")).Text("code"));
        Assert.NotEqual(Guid.Empty.ToString(), after.Text("baseItemUnitOfMeasureId"));
    }

    [Fact]
    public async Task The_standard_api_names_the_base_unit_by_id_code_or_international_code()
    {
        using var bc = await BcClient.ConnectAsync();
        var box = await bc.FindAsync("unitsOfMeasure", "code eq 'BOX'");
        var item = await bc.CreateAsync("items", new { displayName = "Bench", baseUnitOfMeasureId = box.Text("id") });
        Assert.Equal("BOX", item.Text("baseUnitOfMeasureCode"));
        var after = await bc.ChangeAsync("items", item, new { baseUnitOfMeasureCode = "EA" });
        var piece = await bc.FindAsync("unitsOfMeasure", "code eq 'PCS'");
        Assert.Equal(("PCS", piece.Text("id")), (after.Text("baseUnitOfMeasureCode"), after.Text("baseUnitOfMeasureId")));
        Assert.Equal(2, (await bc.ReadAsync("sync:itemUnitsOfMeasure", $"?$filter=itemNumber eq '{item.Text("number")}'")).Count);
    }

    [Fact]
    public async Task A_renumbered_item_takes_units_group_and_prices_along()
    {
        using var bc = await BcClient.ConnectAsync();
        var item = await bc.FindAsync("sync:items", "number eq '1928-S'");
        var group = await bc.FindAsync("sync:unitGroups", "sourceNumber eq '1928-S'");
        await bc.ChangeAsync("items", item, new { number = "1929-S" });
        var after = await bc.FindAsync("sync:unitGroups", "sourceNumber eq '1929-S'");
        Assert.Equal((group.Text("id"), "ITEM 1929-S UOM GR"), (after.Text("id"), after.Text("code")));
        Assert.True(after.Version() > group.Version());
        Assert.Equal(2, (await bc.ReadAsync("sync:itemUnitsOfMeasure", "?$filter=itemNumber eq '1929-S'")).Count);
        Assert.Equal(2, (await bc.ReadAsync("sync:salesPrices", "?$filter=itemNumber eq '1929-S'")).Count);
        Assert.Equal(3, (await bc.ReadAsync("sync:priceListLines", "?$filter=assetNumber eq '1929-S'")).Count);
        Assert.Equal(72m, (await bc.FindAsync("sync:items", "number eq '1929-S'")).Number("inventory"));
    }

    [Fact]
    public async Task A_deleted_item_takes_units_group_and_prices_along_and_all_is_logged()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.RemoveAsync("sync:items", await bc.FindAsync("sync:items", "number eq '1001'"));
        Assert.Empty(await bc.ReadAsync("sync:itemUnitsOfMeasure", "?$filter=itemNumber eq '1001'"));
        Assert.Empty(await bc.ReadAsync("sync:unitGroups", "?$filter=sourceNumber eq '1001'"));
        var log = await bc.ReadAsync("sync:deletedRecords", "?$orderby=tableId");
        Assert.Equal([27, 5400, 5404, 7001, 7002], log.Select(entry => entry.GetProperty("tableId").GetInt32()));
        Assert.Equal(["1001", "ITEM 1001 UOM GR", "1001", "S000002", "1001"], log.Select(entry => entry.Text("number")));
    }

    [Fact]
    public async Task An_item_with_ledger_entries_cannot_be_deleted_nor_change_its_base_unit_or_type()
    {
        using var bc = await BcClient.ConnectAsync();
        var item = await bc.FindAsync("sync:items", "number eq '1000'");
        BcSteps.AssertRefused(
            await bc.TryRemoveAsync("sync:items", item), "Application_DialogException",
            "You cannot delete Item 1000 because it has ledger entries in a fiscal year that has not been closed yet.");
        BcSteps.AssertRefused(
            await bc.TryChangeAsync("sync:items", item, new { baseUnitOfMeasureCode = "BOX" }), "Application_DialogException",
            "You cannot change Base Unit of Measure because there are one or more ledger entries for this item.");
        BcSteps.AssertRefused(
            await bc.TryChangeAsync("sync:items", item, new { type = "Service" }), "Application_DialogException",
            "You cannot change Type because there are one or more ledger entries for this item.");
    }

    [Theory]
    [InlineData("{\"type\":\"Gadget\"}", "Unknown", "'Gadget' is not an option. The existing options are: Inventory,Service,Non-Inventory")]
    [InlineData("{\"vendorNumber\":\"V99\"}", "Internal_InvalidTableRelation",
        "The field Vendor No. of table Item contains a value (V99) that cannot be found in the related table (Vendor).")]
    [InlineData("{\"baseUnitOfMeasureCode\":\"CRATE\"}", "Internal_InvalidTableRelation",
        "The field Base Unit of Measure of table Item contains a value (CRATE) that cannot be found in the related table "
        + "(Unit of Measure).")]
    [InlineData("{\"inventory\":5}", "BadRequest_InvalidOperation", "Control 'inventory' is read-only.")]
    [InlineData("{\"vendorName\":\"x\"}", "BadRequest_InvalidOperation", "Control 'vendorName' is read-only.")]
    public async Task Refusals_by_content_say_what_Business_Central_says(string json, string code, string message)
    {
        using var bc = await BcClient.ConnectAsync();
        var item = await bc.FindAsync("sync:items", "number eq '1001'");
        BcSteps.AssertRefused(await bc.TryChangeAsync("sync:items", item, json), code, message);
    }

    [Fact]
    public async Task A_taken_number_or_id_is_a_duplicate()
    {
        using var bc = await BcClient.ConnectAsync();
        BcSteps.AssertRefused(
            await bc.TryCreateAsync("sync:items", new { number = "1896-s", displayName = "Desk" }), "Internal_EntityWithSameKeyExists",
            "The record in table Item already exists. Identification fields and values: No.='1896-S'");
        var body = new { id = "3d2f6a10-8c4b-5e7d-9a1f-0b2c4d6e8f01", displayName = "Desk" };
        await bc.CreateAsync("sync:items", body);
        Assert.Equal(HttpStatusCode.BadRequest, (await bc.TryCreateAsync("sync:items", body)).Status);
    }

    [Fact]
    public async Task Vendor_name_and_type_come_with_an_item()
    {
        using var bc = await BcClient.ConnectAsync();
        var item = await bc.FindAsync("sync:items", "number eq '1896-S'");
        Assert.Equal(("V20000", "Graphic Design Institute"), (item.Text("vendorNumber"), item.Text("vendorName")));
        Assert.Equal("Non_x002D_Inventory", (await bc.FindAsync("sync:items", "type eq 'Non_x002D_Inventory'")).Text("type"));
        Assert.Equal("", (await bc.FindAsync("sync:items", "number eq 'WRITE-IN'")).Text("vendorName"));
    }

    [Fact]
    public async Task Items_can_be_filtered_ordered_selected_and_paged()
    {
        using var bc = await BcClient.ConnectAsync();
        var numbers = new List<string>();
        var path = $"{bc.Company}/items?$select=number,unitPrice&$filter=blocked eq false and unitPrice gt 190&$orderby=unitPrice desc";
        for (string? next = path; next is not null;)
        {
            var page = await bc.GetAsync(next, "odata.maxpagesize=3");
            numbers.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.Text("number")));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        Assert.Equal(["1000", "1001"], numbers[..2].Order());
        Assert.Equal(["1896-S", "1100", "1150", "1906-S", "1900-S", "1908-S"], numbers[2..]);
    }

    [Fact]
    public async Task Inventory_can_be_filtered_in_the_companion_alone()
    {
        using var bc = await BcClient.ConnectAsync();
        var stocked = await bc.ReadAsync("sync:items", "?$filter=inventory gt 70&$orderby=inventory&$select=number,inventory");
        Assert.Equal(["1928-S", "1100", "1150"], stocked.Select(row => row.Text("number")));
        var (status, _) = await bc.SendAsync(HttpMethod.Get, bc.Company + "/items?$filter=inventory gt 70");
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task A_batch_of_items_keeps_what_succeeded()
    {
        using var bc = await BcClient.ConnectAsync();
        object Post(string id, object body) => new { id, method = "POST", url = $"{bc.Company}/items?$select=id,number", body };
        var answers = await bc.BatchAsync(
            [
                Post("1", new { displayName = "Bench", baseUnitOfMeasureCode = "PCS" }), Post("2", new { baseUnitOfMeasureCode = "CRATE" }),
                Post("3", new { number = "3000", displayName = "Stool" }),
            ],
            ("Prefer", "odata.continue-on-error"));
        Assert.Equal([201, 400, 201], answers.EnumerateArray().Select(answer => answer.GetProperty("status").GetInt32()));
        Assert.Equal("Internal_InvalidTableRelation", BcClient.CodeOf(answers[1].GetProperty("body")));
        Assert.Equal(14, (await bc.ReadAsync("items")).Count);
    }

    [Fact]
    public async Task An_item_leads_to_its_unit()
    {
        using var bc = await BcClient.ConnectAsync();
        JsonElement item = Assert.Single(
            await bc.ReadAsync("items", "?$select=number&$filter=number eq 'S-100'&$expand=unitOfMeasure($select=code,displayName)"));
        Assert.Equal("Hour", item.GetProperty("unitOfMeasure").Text("displayName"));
    }
}
