using System.Net;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

public sealed class PriceTests
{
    [Fact]
    public async Task A_sales_price_names_group_item_and_unit_by_id()
    {
        using var bc = await BcClient.ConnectAsync();
        var group = await bc.FindAsync("sync:customerPriceGroups", "code eq 'WHOLESALE'");
        var price = await bc.FindAsync("sync:salesPrices", "salesCode eq 'WHOLESALE' and itemNumber eq '1928-S'");
        var unit = await bc.FindAsync("sync:itemUnitsOfMeasure", "itemNumber eq '1928-S' and code eq 'BOX'");
        Assert.Equal((group.Text("id"), unit.Text("id")), (price.Text("customerPriceGroupId"), price.Text("itemUnitOfMeasureId")));
        Assert.Equal(unit.Text("itemId"), price.Text("itemId"));
        Assert.Equal("Customer_x0020_Price_x0020_Group", price.Text("salesType"));
    }

    [Fact]
    public async Task A_price_without_unit_is_for_the_base_unit()
    {
        using var bc = await BcClient.ConnectAsync();
        var price = await bc.FindAsync("sync:salesPrices", "salesCode eq 'RETAIL' and itemNumber eq '1900-S'");
        var item = await bc.FindAsync("sync:items", "number eq '1900-S'");
        Assert.Equal(("", item.Text("baseItemUnitOfMeasureId")), (price.Text("unitOfMeasureCode"), price.Text("itemUnitOfMeasureId")));
    }

    [Fact]
    public async Task Prices_for_a_customer_or_for_all_have_no_price_group()
    {
        using var bc = await BcClient.ConnectAsync();
        var others = await bc.ReadAsync("sync:salesPrices", "?$filter=salesType ne 'Customer_x0020_Price_x0020_Group'");
        Assert.Equal(2, others.Count);
        Assert.All(others, price => Assert.Equal(Guid.Empty.ToString(), price.Text("customerPriceGroupId")));
    }

    [Theory]
    [InlineData("{\"itemNumber\":\"1000\",\"salesType\":\"Customer Price Group\",\"salesCode\":\"NOPE\"}",
        "Internal_InvalidTableRelation: The field Sales Code of table Sales Price contains a value (NOPE)")]
    [InlineData("{\"itemNumber\":\"1000\",\"salesType\":\"Customer Price Group\"}",
        "Application_FieldValidationException: Sales Code must have a value in Sales Price: Item No.=1000")]
    [InlineData("{\"itemNumber\":\"1000\",\"salesType\":\"All Customers\",\"salesCode\":\"X\"}",
        "Application_FieldValidationException: Sales Code must be equal to '' in Sales Price")]
    [InlineData("{\"itemNumber\":\"1000\",\"salesType\":\"All Customers\",\"unitOfMeasureCode\":\"BOX\"}",
        "Internal_InvalidTableRelation: The field Unit of Measure Code of table Sales Price contains a value (BOX) that cannot be found in "
        + "the related table (Item Unit of Measure).")]
    [InlineData("{\"itemNumber\":\"1000\",\"salesType\":\"All Customers\",\"startingDate\":\"2026-02-01\",\"endingDate\":\"2026-01-01\"}",
        "Application_DialogException: Starting Date cannot be after Ending Date.")]
    [InlineData("{\"itemNumber\":\"1900-S\",\"salesType\":\"All Customers\",\"unitOfMeasureCode\":\"PCS\",\"minimumQuantity\":10,"
        + "\"startingDate\":\"2026-01-01\",\"id\":\"5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01\"}",
        "Internal_EntityWithSameKeyExists: The record in table Sales Price already exists.")]
    public async Task A_sales_price_that_cannot_be_is_refused(string row, string message)
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.PostAsync("reset", new { seed = "cronus", now = "2026-03-01T08:00:00Z" });
        var read = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(row);
        Assert.StartsWith(message, await bc.RefusalAsUserAsync("salesPrices", read));
    }

    [Fact]
    public async Task Changing_the_sales_type_forgets_the_code()
    {
        using var bc = await BcClient.ConnectAsync();
        var id = (await bc.FindAsync("sync:salesPrices", "salesCode eq 'RETAIL' and itemNumber eq '1900-S'")).Text("id");
        await bc.AsUserAsync("salesPrices", new { id, salesType = "Customer", salesCode = "c20000" });
        var price = await bc.FindAsync("sync:salesPrices", $"id eq {id}");
        Assert.Equal(("Customer", "C20000"), (price.Text("salesType"), price.Text("salesCode")));
        Assert.Equal(Guid.Empty.ToString(), price.Text("customerPriceGroupId"));
    }

    [Fact]
    public async Task A_removed_price_group_takes_its_prices_along()
    {
        using var bc = await BcClient.ConnectAsync();
        var group = await bc.FindAsync("sync:customerPriceGroups", "code eq 'EXPORT'");
        await bc.SendAsync(HttpMethod.Delete, $"/sandbox/rows?system=bc&set=customerPriceGroups&id={group.Text("id")}");
        Assert.Empty(await bc.ReadAsync("sync:salesPrices", "?$filter=salesCode eq 'EXPORT'"));
        Assert.Equal(2, (await bc.ReadAsync("sync:deletedRecords", "?$filter=tableId eq 7002")).Count);
    }

    [Fact]
    public async Task The_lines_of_a_price_list_name_list_product_and_unit_by_id()
    {
        using var bc = await BcClient.ConnectAsync();
        var list = await bc.FindAsync("sync:priceListHeaders", "code eq 'S000001'");
        var lines = await bc.ReadAsync("sync:priceListLines", $"?$filter=priceListId eq {list.Text("id")}&$orderby=lineNumber");
        Assert.Equal(6, lines.Count);
        var box = await bc.FindAsync("sync:itemUnitsOfMeasure", "itemNumber eq '1928-S' and code eq 'BOX'");
        Assert.Equal((box.Text("itemId"), box.Text("id")), (lines[3].Text("assetId"), lines[3].Text("unitOfMeasureId")));
        var hour = await bc.FindAsync("sync:resourceUnitsOfMeasure", "resourceNumber eq 'LINA' and code eq 'HOUR'");
        Assert.Equal("Resource", lines[5].Text("assetType"));
        Assert.Equal((hour.Text("resourceId"), hour.Text("id")), (lines[5].Text("assetId"), lines[5].Text("unitOfMeasureId")));
    }

    [Fact]
    public async Task The_filters_of_the_price_mappings_can_be_asked()
    {
        using var bc = await BcClient.ConnectAsync();
        var mapped = await bc.ReadAsync(
            "sync:priceListLines",
            "?$filter=priceType eq 'Sale' and amountType eq 'Price' and (assetType eq 'Item' or assetType eq 'Resource') "
            + "and minimumQuantity eq 0");
        Assert.Equal(9, mapped.Count);
        Assert.Single(await bc.ReadAsync("sync:priceListHeaders", "?$filter=priceType eq 'Sale' and allowUpdatingDefaults eq true"));
    }

    [Fact]
    public async Task A_new_line_takes_what_its_list_says_and_the_products_base_unit()
    {
        using var bc = await BcClient.ConnectAsync();
        var line = await bc.AsUserAsync(
            "priceListLines", new { priceListCode = "S000002", assetType = "Resource", assetNumber = "lina", unitPrice = 120 });
        Assert.Equal(("USD", "Sale", "Price", "Draft"),
            (line.Text("currencyCode"), line.Text("priceType"), line.Text("amountType"), line.Text("status")));
        Assert.Equal((30_000, "HOUR"), (line.GetProperty("lineNumber").GetInt32(), line.Text("unitOfMeasureCode")));
    }

    [Fact]
    public async Task A_line_has_other_dates_and_currencies_only_where_its_list_allows_it()
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.StartsWith(
            "Application_FieldValidationException: Currency Code must be equal to 'USD' in Price List Line: Price List Code=S000002",
            await bc.RefusalAsUserAsync("priceListLines", new { priceListCode = "S000002", lineNumber = 10_000, currencyCode = "GBP" }));
        await bc.AsUserAsync("priceListHeaders", new { code = "S000002", allowUpdatingDefaults = true });
        await bc.AsUserAsync("priceListLines", new { priceListCode = "S000002", lineNumber = 10_000, currencyCode = "GBP" });
        var lines = await bc.ReadAsync("sync:priceListLines", "?$filter=priceListCode eq 'S000002'");
        Assert.Equal(["GBP", "USD"], lines.Select(line => line.Text("currencyCode")).Order());
    }

    [Fact]
    public async Task A_list_is_taken_into_use_with_all_its_lines()
    {
        using var bc = await BcClient.ConnectAsync();
        var before = await bc.ReadAsync("sync:priceListLines", "?$filter=priceListCode eq 'S000002'");
        await bc.AsUserAsync("priceListHeaders", new { code = "S000002", status = "Active" });
        var after = await bc.ReadAsync("sync:priceListLines", "?$filter=priceListCode eq 'S000002'");
        Assert.All(after, line => Assert.Equal("Active", line.Text("status")));
        Assert.True(after.Min(line => line.Version()) > before.Max(line => line.Version()));
    }

    [Fact]
    public async Task A_list_with_a_line_for_no_product_is_not_taken_into_use()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.AsUserAsync("priceListLines", new { priceListCode = "S000002", assetType = "Item", unitPrice = 1 });
        Assert.StartsWith(
            "Application_FieldValidationException: Product No. must have a value in Price List Line: Price List Code=S000002, "
            + "Line No.=30000.",
            await bc.RefusalAsUserAsync("priceListHeaders", new { code = "S000002", status = "Active" }));
        Assert.Equal("Draft", (await bc.FindAsync("sync:priceListHeaders", "code eq 'S000002'")).Text("status"));
    }

    [Fact]
    public async Task A_list_in_use_is_neither_edited_nor_removed()
    {
        using var bc = await BcClient.ConnectAsync();
        const string notDraft = "Application_FieldValidationException: Status must be equal to 'Draft' in Price List Header: Code=S000001. "
            + "Current value is 'Active'.";
        Assert.Equal(notDraft, await bc.RefusalAsUserAsync("priceListHeaders", new { code = "S000001", currencyCode = "GBP" }));
        foreach (object line in new object[]
        {
            new { priceListCode = "S000001", lineNumber = 10_000, unitPrice = 1 }, new { priceListCode = "S000001", assetType = "Item" },
        })
        {
            Assert.Equal(notDraft, await bc.RefusalAsUserAsync("priceListLines", line));
        }

        var list = await bc.FindAsync("sync:priceListHeaders", "code eq 'S000001'");
        var (status, body) = await bc.SendAsync(HttpMethod.Delete, $"/sandbox/rows?system=bc&set=priceListHeaders&id={list.Text("id")}");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Application_DialogException: You cannot delete the active price list S000001.", BcClient.MessageOf(body));
        await bc.AsUserAsync("priceListHeaders", new { code = "S000001", description = "Other words" });
    }

    [Fact]
    public async Task A_removed_draft_takes_its_lines_along()
    {
        using var bc = await BcClient.ConnectAsync();
        var list = await bc.FindAsync("sync:priceListHeaders", "code eq 'S000002'");
        await bc.SendAsync(HttpMethod.Delete, $"/sandbox/rows?system=bc&set=priceListHeaders&id={list.Text("id")}");
        Assert.Empty(await bc.ReadAsync("sync:priceListLines", "?$filter=priceListCode eq 'S000002'"));
        Assert.Equal(
            [7000, 7001, 7001],
            (await bc.ReadAsync("sync:deletedRecords", "?$orderby=tableId")).Select(entry => entry.GetProperty("tableId").GetInt32()));
    }

    [Fact]
    public async Task A_new_list_is_a_draft_with_the_next_number()
    {
        using var bc = await BcClient.ConnectAsync();
        var list = await bc.AsUserAsync("priceListHeaders", new { description = "Spring prices", currencyCode = "EUR" });
        Assert.Equal(("S000004", "Draft", ""), (list.Text("code"), list.Text("status"), list.Text("currencyCode")));
    }
}
