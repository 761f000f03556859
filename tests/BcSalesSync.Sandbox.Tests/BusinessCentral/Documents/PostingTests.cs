using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral.Documents;

public sealed class PostingTests
{
    private const string Invoices = "sync:postedInvoices";
    private const string Shipments = "sync:postedShipments";

    [Fact]
    public async Task A_shipment_takes_goods_out_of_stock_and_leaves_the_order()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(Chairs(4m), new { description = "Mind the step" });
        await bc.ChangeAsync(DocumentSteps.Headers, order, new { shipmentDate = "2026-12-24" });
        Assert.Equal("0001-01-01", order.Text("lastShipmentDate"));
        var id = await bc.MadeAsync(order, "ship");
        var shipment = await bc.FindAsync(Shipments, $"id eq {id}");
        Assert.Equal((order.Text("id"), "S-ORD1001", "C40000"),
            (shipment.Text("orderId"), shipment.Text("orderNumber"), shipment.Text("customerNumber")));
        Assert.Equal(["4 10000", "0 20000"], (await bc.ReadAsync($"{Shipments}({id})/postedShipmentLines")).Select(line =>
            FormattableString.Invariant($"{line.Number("quantity"):0} {line.Number("orderLineNumber")}")));
        Assert.Equal(45m, (await bc.FindAsync("sync:items", "number eq '1900-S'")).Number("inventory"));
        order = await bc.AgainAsync(order);
        Assert.Equal(("Released", "2026-12-24"), (order.Text("status"), order.Text("lastShipmentDate")));
        Assert.Equal((true, false), (Flag(order, "fullyShipped"), Flag(order, "fullyInvoiced")));
        var line = (await bc.LinesAsync(order))[0];
        Assert.Equal((4m, 4m, 0m, 4m), (line.Number("shippedQuantity"), line.Number("shippedNotInvoicedQuantity"),
            line.Number("outstandingQuantity"), line.Number("invoiceQuantity")));
    }

    [Fact]
    public async Task A_fully_invoiced_order_is_gone_and_its_invoice_names_it()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.CreateAsync(DocumentSteps.Headers, new
        {
            documentType = "Order", customerNumber = "C40000", yourReference = "Ord-1", externalDocumentNumber = "E-1",
            dataverseId = "a1e0b6d2-7f54-4c38-9d21-3c5b7e9f1a02", workDescription = "By hand", quoteNumber = "S-QUO1",
            salesLines = new[] { Chairs(2m), DocumentSteps.Desk(1m, 800m) },
        });
        order = await bc.ChangeAsync(DocumentSteps.Headers, order, new { discountAmount = 100 });
        var id = await bc.MadeAsync(order, "shipAndInvoice");
        Assert.Empty(await bc.ReadAsync(DocumentSteps.Headers));
        Assert.Equal(order.Text("id"), (await bc.FindAsync("sync:deletedRecords", "tableId eq 36")).Text("recordSystemId"));
        var invoice = await bc.FindAsync(Invoices, $"id eq {id}");
        Assert.Equal(("PS-INV103003", order.Text("id"), "S-ORD1001"),
            (invoice.Text("number"), invoice.Text("orderId"), invoice.Text("orderNumber")));
        Assert.Equal(("Ord-1", "E-1", "By hand", "S-QUO1"), (invoice.Text("customerPurchaseOrderReference"),
            invoice.Text("externalDocumentNumber"), invoice.Text("workDescription"), invoice.Text("quoteNumber")));
        Assert.Equal("a1e0b6d2-7f54-4c38-9d21-3c5b7e9f1a02", invoice.Text("dataverseId"));
        Assert.Equal((100m, 900m, 225m, 1125m, 1125m), (invoice.Number("discountAmount"), invoice.Number("totalAmountExcludingTax"),
            invoice.Number("totalTaxAmount"), invoice.Number("totalAmountIncludingTax"), invoice.Number("remainingAmount")));
        Assert.Equal((false, false), (Flag(invoice, "closed"), Flag(invoice, "cancelled")));
        var lines = await bc.ReadAsync($"{Invoices}({id})/postedInvoiceLines");
        Assert.Equal([("S-ORD1001", 10000m, 180m), ("S-ORD1001", 20000m, 720m)], lines.Select(line =>
            (line.Text("orderNumber"), line.Number("orderLineNumber"), line.Number("amountExcludingTax"))));
    }

    [Fact]
    public async Task Parts_of_a_line_are_posted_one_after_the_other_and_add_up()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(new
        {
            lineType = "Item", lineObjectNumber = "1900-S", quantity = 3, unitPrice = 33.33m, discountAmount = 10,
        });
        var first = await PostAsync(bc, new { sequence = 10000, ship = 2, invoice = 1 });
        var line = (await bc.LinesAsync(order))[0];
        Assert.Equal((2m, 1m, 1m, 2m), (line.Number("shippedQuantity"), line.Number("invoicedQuantity"), line.Number("shipQuantity"),
            line.Number("invoiceQuantity")));
        var second = await PostAsync(bc, null);
        Assert.Empty(await bc.ReadAsync(DocumentSteps.Headers));
        Assert.Equal(("PS-SHPT102001", "PS-SHPT102002"), (first.Text("shipmentNo"), second.Text("shipmentNo")));
        var amounts = new List<decimal>();
        foreach (var posted in new[] { first, second })
        {
            amounts.Add((await bc.FindAsync(Invoices, $"number eq '{posted.Text("invoiceNo")}'")).Number("totalAmountExcludingTax"));
        }

        Assert.Equal([30m, 59.99m], amounts);
    }

    [Fact]
    public async Task Nothing_is_posted_of_nothing()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(Chairs(1m));
        await bc.ChangeAsync(DocumentSteps.Lines, (await bc.LinesAsync(order))[0], new { shipQuantity = 0 });
        BcSteps.AssertRefused(
            await bc.ActAsync(order, "shipAndInvoice"), "Application_DialogException",
            "There is nothing to post because the document does not contain a quantity or amount.");
        Assert.Equal("Open", (await bc.AgainAsync(order)).Text("status"));
    }

    [Fact]
    public async Task Lines_with_nothing_to_invoice_make_a_shipment_alone()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(Chairs(1m));
        await bc.ChangeAsync(DocumentSteps.Lines, (await bc.LinesAsync(order))[0], new { invoiceQuantity = 0 });
        Assert.Equal(Guid.Empty.ToString(), await bc.MadeAsync(order, "shipAndInvoice"));
        Assert.Single(await bc.ReadAsync(Shipments));
    }

    [Theory]
    [InlineData("All")]
    [InlineData("Ship")]
    public async Task A_customer_blocked_meanwhile_gets_nothing(string blocked)
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(Chairs(1m));
        await bc.AsUserAsync("customers", new { number = "C40000", blocked });
        BcSteps.AssertRefused(
            await bc.ActAsync(order, "ship"), "Application_DialogException",
            $"You cannot post this type of document when Customer C40000 is blocked with type {blocked}");
    }

    [Fact]
    public async Task Services_leave_no_stock()
    {
        using var bc = await BcClient.ConnectAsync();
        var before = (await bc.ReadAsync("itemLedgerEntries")).Count;
        var order = await bc.OrderAsync(
            new { lineType = "Item", lineObjectNumber = "S-100", quantity = 1 },
            new { lineType = "Resource", lineObjectNumber = "MARTY", quantity = 1 });
        await bc.MadeAsync(order, "ship");
        Assert.Equal(before, (await bc.ReadAsync("itemLedgerEntries")).Count);
    }

    [Fact]
    public async Task A_box_takes_all_its_pieces_out_of_stock()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(new { lineType = "Item", lineObjectNumber = "1100", unitOfMeasureCode = "BOX", quantity = 2 });
        await bc.MadeAsync(order, "ship");
        Assert.Equal(144m, (await bc.FindAsync("sync:items", "number eq '1100'")).Number("inventory"));
        var entry = await bc.FindAsync("itemLedgerEntries", "documentNumber eq 'PS-SHPT102001'");
        Assert.Equal((-8m, "Sale", "Sales_x0020_Shipment"),
            (entry.Number("quantity"), entry.Text("entryType"), entry.Text("documentType")));
    }

    [Fact]
    public async Task Shipments_of_several_orders_are_invoiced_together_and_the_orders_stay()
    {
        using var bc = await BcClient.ConnectAsync();
        var first = await bc.OrderAsync(Chairs(2m));
        var second = await bc.OrderAsync(Chairs(1m));
        await bc.MadeAsync(first, "ship");
        await bc.MadeAsync(second, "ship");
        var answer = await bc.EventAsync(
            new { type = "invoiceShipments", shipmentNos = new[] { "PS-SHPT102001", "PS-SHPT102002" } });
        var invoice = await bc.FindAsync(Invoices, $"number eq '{answer.Text("invoiceNo")}'");
        Assert.Equal(("", 300m), (invoice.Text("orderNumber"), invoice.Number("totalAmountExcludingTax")));
        Assert.Equal(
            [("S-ORD1001", 10000m), ("S-ORD1002", 20000m)],
            (await bc.ReadAsync($"{Invoices}({invoice.Text("id")})/postedInvoiceLines"))
                .Select(line => (line.Text("orderNumber"), line.Number("sequence"))));
        Assert.All(await bc.ReadAsync(DocumentSteps.Headers), order => Assert.True(Flag(order, "fullyInvoiced")));
        Assert.Contains(
            "There is nothing to post",
            await bc.RefusedEventAsync(new { type = "invoiceShipments", shipmentNos = new[] { "PS-SHPT102001" } }));
    }

    [Fact]
    public async Task What_was_billed_through_the_order_is_not_billed_again_through_its_shipment()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.OrderAsync(Chairs(3m));
        await PostAsync(bc, new { sequence = 10000, ship = 2, invoice = 0 });
        await bc.EventAsync(new
        {
            type = "postOrder", no = "S-ORD1001", ship = false, invoice = true,
            lines = new[] { new { sequence = 10000, invoice = 1 } },
        });
        var answer = await bc.EventAsync(new { type = "invoiceShipments", shipmentNos = new[] { "PS-SHPT102001" } });
        var invoice = await bc.FindAsync(Invoices, $"number eq '{answer.Text("invoiceNo")}'");
        Assert.Equal(100m, invoice.Number("totalAmountExcludingTax"));
    }

    [Fact]
    public async Task A_line_that_is_not_there_is_not_posted()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.OrderAsync(Chairs(3m));
        Assert.Equal("The order has no line 5.", await bc.RefusedEventAsync(
            new { type = "postOrder", no = "S-ORD1001", ship = true, invoice = true, lines = new[] { new { sequence = 5, ship = 1 } } }));
    }

    [Fact]
    public async Task A_shipped_order_is_not_deleted_before_it_is_invoiced()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(Chairs(1m));
        await bc.MadeAsync(order, "ship");
        var (status, body) = await bc.TryRemoveAsync(DocumentSteps.Headers, order);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("Qty. Shipped Not Invoiced must be equal to '0' in Sales Line", BcClient.MessageOf(body));
    }

    [Fact]
    public async Task The_last_version_of_an_archived_order_has_the_final_quantities()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.AsUserAsync("salesSetup", new { archiveOrders = true });
        await bc.MadeAsync(await bc.OrderAsync(Chairs(2m)), "shipAndInvoice");
        var archives = await bc.ReadAsync("sync:salesHeaderArchives", "?$orderby=versionNumber&$expand=salesHeaderArchiveLines");
        Assert.Equal([(1m, false, 0m), (2m, true, 2m)], archives.Select(row => (
            row.Number("versionNumber"), Flag(row, "invoiced"), row.GetProperty("salesHeaderArchiveLines")[0].Number("quantityInvoiced"))));
    }

    [Fact]
    public async Task An_invoice_of_its_own_is_posted_without_a_shipment()
    {
        using var bc = await BcClient.ConnectAsync();
        var draft = await bc.DocumentAsync("Invoice", "C40000", Chairs(1m));
        var id = await bc.MadeAsync(draft, "shipAndInvoice");
        Assert.Equal("", (await bc.FindAsync(Invoices, $"id eq {id}")).Text("orderNumber"));
        Assert.Empty(await bc.ReadAsync(Shipments));
        Assert.Equal(48m, (await bc.FindAsync("sync:items", "number eq '1900-S'")).Number("inventory"));
    }

    [Fact]
    public async Task Api_v2_ships_and_invoices_and_shows_what_was_posted()
    {
        using var bc = await BcClient.ConnectAsync();
        var order = await bc.OrderAsync(Chairs(2m));
        await bc.DoneAsync(order, "shipAndInvoice", "salesOrders");
        Assert.Empty(await bc.ReadAsync("salesOrders"));
        var invoice = await bc.FindAsync("salesInvoices", "orderNumber eq 'S-ORD1001'");
        Assert.Equal(("Open", 250m, "EUR"),
            (invoice.Text("status"), invoice.Number("totalAmountIncludingTax"), invoice.Text("currencyCode")));
        var line = await bc.FindAsync("salesInvoiceLines", $"documentId eq {invoice.Text("id")}");
        Assert.Equal(("Item", "1900-S", 200m), (line.Text("lineType"), line.Text("lineObjectNumber"), line.Number("netAmount")));
        var shipment = await bc.FindAsync("salesShipments", "orderNumber eq 'S-ORD1001'");
        Assert.Equal("PS-SHPT102001", (await bc.ReadAsync("salesShipmentLines"))[0].Text("documentNo"));
        Assert.Equal(2m, (await bc.ReadAsync($"salesShipments({shipment.Text("id")})/salesShipmentLines"))[0].Number("quantity"));
    }

    private static object Chairs(decimal quantity) =>
        new { lineType = "Item", lineObjectNumber = "1900-S", quantity, unitPrice = 100m };

    private static Task<JsonElement> PostAsync(BcClient bc, object? line) => line is null
        ? bc.EventAsync(new { type = "postOrder", no = "S-ORD1001", ship = true, invoice = true })
        : bc.EventAsync(new { type = "postOrder", no = "S-ORD1001", ship = true, invoice = true, lines = new[] { line } });

    private static bool Flag(JsonElement row, string property) => row.GetProperty(property).GetBoolean();
}
