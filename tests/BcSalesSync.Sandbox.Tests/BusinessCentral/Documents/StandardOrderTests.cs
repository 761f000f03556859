using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral.Documents;

// Orders and quotes of API v2.0.
public sealed class StandardOrderTests
{
    private const string Orders = "salesOrders";
    private const string OrderLines = "salesOrderLines";

    [Fact]
    public async Task An_order_and_its_lines_come_in_one_request()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.CreateAsync(
            Orders + "?$select=id,number,status,currencyCode,totalAmountExcludingTax,totalTaxAmount,totalAmountIncludingTax"
            + "&$expand=salesOrderLines($select=sequence,lineType,lineObjectNumber,netAmount)",
            new
            {
                customerNumber = "C40000", externalDocumentNumber = "ord-01007",
                salesOrderLines = new object[]
                {
                    new { lineType = "Item", lineObjectNumber = "1896-S", quantity = 2, unitPrice = 450, discountPercent = 10 },
                    new { lineType = "Comment", description = "Deliver to gate 4" },
                    new { lineType = "Resource", lineObjectNumber = "MARTY", quantity = 1, unitPrice = 0 },
                },
            });
        Assert.Equal(("S-ORD1001", "Draft", "EUR"), (order.Text("number"), order.Text("status"), order.Text("currencyCode")));
        Assert.Equal((810m, 202.5m, 1012.5m),
            (order.Number("totalAmountExcludingTax"), order.Number("totalTaxAmount"), order.Number("totalAmountIncludingTax")));
        Assert.Equal(
            ["10000 Item 1896-S 810", "20000 Comment  0", "30000 Resource MARTY 0"],
            order.GetProperty("salesOrderLines").EnumerateArray().Select(line => FormattableString.Invariant(
                $"{line.Number("sequence")} {line.Text("lineType")} {line.Text("lineObjectNumber")} {line.Number("netAmount"):0}")));
    }

    [Fact]
    public async Task One_bad_line_makes_no_order()
    {
        using var bc = await BcClient.ConnectAsync();
        BcSteps.AssertRefused(
            await bc.TryCreateAsync(Orders, new
            {
                customerNumber = "C40000", salesOrderLines = new[] { new { lineType = "Item", lineObjectNumber = "NO-SUCH" } },
            }),
            "Application_DialogException", "Item does not exist.");
        Assert.Empty(await bc.ReadAsync(Orders));
    }

    [Fact]
    public async Task Lines_are_shown_for_one_document_or_one_id_only()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await OrderAsync(bc);
        BcSteps.AssertRefused(
            await bc.SendAsync(HttpMethod.Get, $"{bc.PathOf(OrderLines)}?$top=5"), "Application_DialogException",
            "You must specify an Id or a Document Id to get the lines.");
        var line = await bc.FindAsync(OrderLines, $"documentId eq {order.Text("id")}");
        Assert.Equal(line.Text("id"), (await bc.FindAsync(OrderLines, $"id eq {line.Text("id")}")).Text("id"));
        Assert.Equal(line.Text("id"), (await bc.ReadAsync($"{Orders}({order.Text("id")})/{OrderLines}"))[0].Text("id"));
    }

    [Fact]
    public async Task A_line_on_a_released_order_is_refused_and_the_order_reads_open()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await OrderAsync(bc);
        await bc.EventAsync(new { type = "releaseOrder", no = order.Text("number") });
        Assert.Equal("Open", (await bc.AgainAsync(order, Orders)).Text("status"));
        BcSteps.AssertRefused(
            await bc.TryCreateAsync($"{Orders}({order.Text("id")})/{OrderLines}", new { lineType = "Item", lineObjectNumber = "1000" }),
            "Application_FieldValidationException",
            "Status must be equal to 'Open'  in Sales Header: Document Type=Order, No.=S-ORD1001. Current value is 'Released'.");
    }

    [Theory]
    [InlineData("{\"sequence\":5}", "The value for sequence cannot be modified. Delete and insert the line again.")]
    [InlineData("{\"lineObjectNumber\":\"1000\"}", "The value for \"lineObjectNumber\" cannot be modified.")]
    public async Task What_a_line_is_stays(string change, string message)
    {
        using var bc = await BcClient.ConnectAsync();
        var line = await bc.FindAsync(OrderLines, $"documentId eq {(await OrderAsync(bc)).Text("id")}");
        BcSteps.AssertRefused(await bc.TryChangeAsync(OrderLines, line, change), "Application_DialogException", message);
    }

    [Fact]
    public async Task An_item_is_named_by_its_id_as_well()
    {
        using var bc = await BcClient.ConnectAsync();
        var item = await bc.FindAsync("items", "number eq '1000'");
        var order = await OrderAsync(bc);
        var line = await bc.CreateAsync(OrderLines, new { itemId = item.Text("id"), quantity = 1, documentId = order.Text("id") });
        Assert.Equal(("Item", "1000", "PCS"), (line.Text("lineType"), line.Text("lineObjectNumber"), line.Text("unitOfMeasureCode")));
        Assert.Equal(20000m, line.Number("sequence"));
    }

    [Fact]
    public async Task A_changed_line_moves_the_stamp_of_its_order()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.PostAsync("clock", new { now = "2026-05-04T09:00:00Z" });
        var order = await OrderAsync(bc);
        await bc.PostAsync("clock", new { advance = "PT1H" });
        var line = await bc.FindAsync(OrderLines, $"documentId eq {order.Text("id")}");
        await bc.ChangeAsync(OrderLines, line, new { quantity = 2 });
        var changed = await bc.FindAsync(Orders, "lastModifiedDateTime gt 2026-05-04T09:30:00Z");
        Assert.Equal(order.Text("id"), changed.Text("id"));
    }

    [Fact]
    public async Task A_quote_becomes_an_order()
    {
        using var bc = await BcClient.ConnectAsync();
        var quote = await bc.CreateAsync("salesQuotes", new
        {
            customerNumber = "C40000", validUntilDate = "2026-12-24", externalDocumentNumber = "QUO-1", billToCity = "Ulm",
            salesQuoteLines = new[] { new { lineType = "Item", lineObjectNumber = "1000", quantity = 1 } },
        });
        Assert.Equal(("S-QUO1001", "Draft", "Ulm"), (quote.Text("number"), quote.Text("status"), quote.Text("billToCity")));
        Assert.Empty(await bc.ReadAsync(Orders));
        await bc.DoneAsync(quote, "makeOrder", "salesQuotes");
        Assert.Empty(await bc.ReadAsync("salesQuotes"));
        Assert.Equal("S-ORD1001", (await bc.FindAsync(Orders, "externalDocumentNumber eq 'QUO-1'")).Text("number"));
    }

    [Fact]
    public async Task Orders_are_neither_released_nor_given_an_id_here()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await OrderAsync(bc);
        Assert.Equal(HttpStatusCode.NotFound, (await bc.ActAsync(order, "release", Orders)).Status);
        BcSteps.AssertRefused(
            await bc.TryCreateAsync(Orders, new { id = "3d2f6a10-8c4b-5e7d-9a1f-0b2c4d6e8f01", customerNumber = "C40000" }),
            "BadRequest_InvalidOperation",
            "Control 'id' is read-only.");
    }

    private static Task<JsonElement> OrderAsync(BcClient bc) => bc.CreateAsync(Orders, new
    {
        customerNumber = "C40000", salesOrderLines = new[] { new { lineType = "Item", lineObjectNumber = "1896-S", quantity = 1 } },
    });
}
