using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral.Documents;

public sealed class LineTests
{
    [Theory]
    [InlineData("Item", "1896-s", "ATHENS Desk", "PCS", 1000.8, true)]
    [InlineData("Resource", "katherine", "Katherine Hull", "HOUR", 100, true)]
    [InlineData("G_x002F_L_x0020_Account", "6810", "Freight Income", "", 0, false)]
    public async Task Type_and_number_fill_the_line(string type, string number, string text, string unit, double price, bool allows)
    {
        using var bc = await BcClient.ConnectAsync();
        var line = (await bc.LinesAsync(await bc.OrderAsync(new { lineType = type, lineObjectNumber = number, quantity = 1 })))[0];
        Assert.Equal((number.ToUpperInvariant(), text, unit),
            (line.Text("lineObjectNumber"), line.Text("description"), line.Text("unitOfMeasureCode")));
        Assert.Equal(((decimal)price, 25m), (line.Number("unitPrice"), line.Number("taxPercent")));
        Assert.Equal(allows, line.GetProperty("allowInvoiceDiscount").GetBoolean());
    }

    [Fact]
    public async Task Another_unit_has_another_price_and_must_be_the_items_own()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(new { lineType = "Item", lineObjectNumber = "1100", unitOfMeasureCode = "BOX", quantity = 1 });
        Assert.Equal(4000m, (await bc.LinesAsync(order))[0].Number("unitPrice"));
        BcSteps.AssertRefused(
            await AddAsync(bc, order, new { lineType = "Item", lineObjectNumber = "1100", unitOfMeasureCode = "DAY" }),
            "Internal_InvalidTableRelation",
            "The field Unit of Measure Code of table Sales Line contains a value (DAY) that cannot be found in the related table "
            + "(Item Unit of Measure).");
    }

    [Theory]
    [InlineData("Item", "NOPE", "Internal_InvalidTableRelation",
        "The field No. of table Sales Line contains a value (NOPE) that cannot be found in the related table (Item).")]
    [InlineData("Resource", "NOPE", "Internal_InvalidTableRelation",
        "The field No. of table Sales Line contains a value (NOPE) that cannot be found in the related table (Resource).")]
    [InlineData("G_x002F_L_x0020_Account", "9999", "Internal_InvalidTableRelation",
        "The field No. of table Sales Line contains a value (9999) that cannot be found in the related table (G/L Account).")]
    [InlineData("Item", "1972-S", "Application_FieldValidationException",
        "Blocked must be equal to 'No' in Item: No.=1972-S. Current value is 'Yes'.")]
    [InlineData("G_x002F_L_x0020_Account", "6995", "Application_FieldValidationException",
        "Account Type must be equal to 'Posting' in G/L Account: No.=6995. Current value is 'End-Total'.")]
    public async Task What_cannot_be_sold_is_refused(string lineType, string lineObjectNumber, string code, string message)
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync();
        BcSteps.AssertRefused(await AddAsync(bc, order, new { lineType, lineObjectNumber }), code, message);
    }

    [Fact]
    public async Task Percent_and_amount_of_a_discount_drive_each_other()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(DocumentSteps.Desk(3m, 33.33m));
        var line = (await bc.LinesAsync(order))[0];
        line = await bc.ChangeAsync(DocumentSteps.Lines, line, new { discountPercent = 10 });
        Assert.Equal((10m, 89.99m, 112.49m),
            (line.Number("discountAmount"), line.Number("amountExcludingTax"), line.Number("amountIncludingTax")));
        line = await bc.ChangeAsync(DocumentSteps.Lines, line, new { discountAmount = 49.995m });
        Assert.Equal((50m, 50.005m), (line.Number("discountAmount"), Math.Round(line.Number("discountPercent"), 3)));
    }

    [Fact]
    public async Task Line_numbers_rise_by_ten_thousand_and_a_taken_one_is_refused()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(DocumentSteps.Desk(), new { description = "Deliver to gate 4", attachedToLineNumber = 10000 });
        var lines = await bc.LinesAsync(order);
        Assert.Equal([10000m, 20000m], lines.Select(line => line.Number("sequence")));
        Assert.Equal(("_x0020_", 10000m), (lines[1].Text("lineType"), lines[1].Number("attachedToLineNumber")));
        BcSteps.AssertRefused(
            await AddAsync(bc, order, new { sequence = 20000 }), "Application_DialogException",
            "You cannot insert a line because a line already exists.");
        await bc.RemoveAsync(DocumentSteps.Lines, lines[0]);
        Assert.Empty(await bc.LinesAsync(order));
    }

    [Fact]
    public async Task Vat_follows_the_groups_of_customer_and_item()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.AsUserAsync("items", new { number = "1150", taxGroupCode = "ZERO" });
        var order = await bc.OrderAsync(
            DocumentSteps.Desk(), new { lineType = "Item", lineObjectNumber = "1150", quantity = 1, unitPrice = 100 });
        Assert.Equal([25m, 0m], (await bc.LinesAsync(order)).Select(line => line.Number("taxPercent")));
        await bc.AsUserAsync("customers", new { number = "C40000", vatBusPostingGroup = "EXPORT" });
        order = await bc.OrderAsync(DocumentSteps.Desk());
        Assert.Equal(0m, order.Number("totalTaxAmount"));
    }

    [Theory]
    [InlineData(false, false, 1000.8, 1000.8, 1251)]
    [InlineData(false, true, 800.64, 800.64, 1000.8)]
    [InlineData(true, false, 1251, 1000.8, 1251)]
    [InlineData(true, true, 1000.8, 800.64, 1000.8)]
    public async Task Prices_may_include_vat(bool ofCustomer, bool ofItem, double price, double net, double gross)
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.AsUserAsync("customers", new { number = "C40000", pricesIncludeTax = ofCustomer });
        await bc.AsUserAsync("items", new { number = "1896-S", priceIncludesTax = ofItem });
        var order = await bc.OrderAsync(new { lineType = "Item", lineObjectNumber = "1896-S", quantity = 1 });
        var line = (await bc.LinesAsync(order))[0];
        Assert.Equal(((decimal)price, (decimal)net, (decimal)gross),
            (line.Number("unitPrice"), line.Number("amountExcludingTax"), line.Number("amountIncludingTax")));
    }

    [Fact]
    public async Task The_discount_of_a_document_is_spread_over_the_lines_that_allow_it()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(
            DocumentSteps.Desk(1m, 100m), DocumentSteps.Desk(1m, 200m),
            new { lineType = "G_x002F_L_x0020_Account", lineObjectNumber = "6810", quantity = 1, unitPrice = 50 });
        order = await bc.ChangeAsync(DocumentSteps.Headers, order, new { discountAmount = 10 });
        Assert.Equal([3.33m, 6.67m, 0m], (await bc.LinesAsync(order)).Select(line => line.Number("invoiceDiscountAllocation")));
        Assert.Equal((10m, 340m, 425m),
            (order.Number("discountAmount"), order.Number("totalAmountExcludingTax"), order.Number("totalAmountIncludingTax")));
        await bc.ChangeAsync(DocumentSteps.Lines, (await bc.LinesAsync(order))[0], new { quantity = 2 });
        Assert.Equal([5m, 5m, 0m], (await bc.LinesAsync(order)).Select(line => line.Number("invoiceDiscountAllocation")));
    }

    [Fact]
    public async Task A_discount_no_line_allows_is_refused()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(
            new { lineType = "G_x002F_L_x0020_Account", lineObjectNumber = "6810", quantity = 1, unitPrice = 50 });
        var (status, body) = await bc.TryChangeAsync(DocumentSteps.Headers, order, new { discountAmount = 10 });
        Assert.Equal((HttpStatusCode.BadRequest, "Application_DialogException"), (status, BcClient.CodeOf(body)));
        Assert.StartsWith(
            "Cannot apply an invoice discount because the document does not include lines where the Allow Invoice Disc. field is selected.",
            BcClient.MessageOf(body));
    }

    [Fact]
    public async Task No_more_can_be_shipped_than_is_outstanding()
    {
        using var bc = await BcClient.ConnectAsync();
        var line = (await bc.LinesAsync(await bc.OrderAsync(DocumentSteps.Desk(3m))))[0];
        Assert.Equal((3m, 3m, 3m), (line.Number("shipQuantity"), line.Number("invoiceQuantity"), line.Number("outstandingQuantity")));
        BcSteps.AssertRefused(
            await bc.TryChangeAsync(DocumentSteps.Lines, line, new { shipQuantity = 4 }), "Application_DialogException",
            "You cannot ship more than 3 units.");
        line = await bc.ChangeAsync(DocumentSteps.Lines, line, new { shipQuantity = 1 });
        Assert.Equal(1m, line.Number("invoiceQuantity"));
    }

    [Fact]
    public async Task A_quantity_needs_something_to_count()
    {
        using var bc = await BcClient.ConnectAsync();
        BcSteps.AssertRefused(
            await AddAsync(bc, await bc.OrderAsync(), new { lineType = "Item", quantity = 1 }), "Application_FieldValidationException",
            "No. must have a value in Sales Line: Document Type=Order, Document No.=S-ORD1001, Line No.=0. It cannot be zero or empty.");
    }

    private static Task<(HttpStatusCode Status, JsonElement Body)> AddAsync(BcClient bc, JsonElement order, object line) =>
        bc.TryCreateAsync($"{DocumentSteps.Headers}({order.Text("id")})/salesLines", line);
}
