using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Invoices;

/// <summary>Invoices without the companion app, through API v2.0 alone.</summary>
public sealed class StandardInvoiceTests
{
    [Fact]
    public async Task The_invoice_of_an_order_arrives_with_its_lines_and_amounts_and_says_what_was_left_out()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        var order = await world.SubmitAsync(null, world.BikeLine(2, 100m));
        var number = await world.ImportAndPostAsync();

        var result = Assert.Single(await world.PublishAsync(number));

        Assert.Equal((SyncAction.Created, number, null), (result.Action, result.BcNo, result.Error));
        Assert.Contains("companion app", result.Message, StringComparison.Ordinal);
        var invoice = (await world.SalesInvoiceAsync(number))!;
        Assert.Equal((order, world.Customer.SalesId), (invoice.Id("salesorderid"), invoice.Id("customerid")));
        Assert.Equal((0, 4), await world.StateAsync(number));
        var line = Assert.Single(await world.SalesInvoiceLinesAsync(invoice));
        Assert.Equal((world.Bike.SalesId, 2m, 100m), (line.Id("productid")!.Value, line.Number("quantity"), line.Number("priceperunit")));
        await InvoicePublishingTests.AssertSameTotalsAsync(world, number);
        Assert.Equal(SyncAction.Unchanged, Assert.Single(await world.PublishAsync(number)).Action);
    }

    [Fact]
    public async Task An_invoice_without_an_order_in_Sales_goes_to_the_account_of_its_customer()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        await world.Desk.BcAsync("accounts", new { number = "6110", displayName = "Freight", accountType = "Posting", directPosting = true });
        var number = await world.PostOwnAsync(
            Header("C1"),
            Bikes(3),
            new { lineType = "G/L Account", lineObjectNumber = "6110", description = "Freight", quantity = 1, unitPrice = 30 },
            new { description = "Handle with care" });

        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);

        var invoice = (await world.SalesInvoiceAsync(number))!;
        Assert.Equal((number, world.Customer.SalesId, null), (invoice["name"]!.ToString(), invoice.Id("customerid"), invoice.Id("salesorderid")));
        Assert.Equal(
            [null, "6110 Freight.", "Handle with care."],
            (await world.SalesInvoiceLinesAsync(invoice)).Select(line => line.Id("productid") is null ? line["productdescription"]!.ToString() : null));
        await InvoicePublishingTests.AssertSameTotalsAsync(world, number);
    }

    [Fact]
    public async Task One_that_is_open_and_bills_no_order_cannot_be_told_from_a_draft_until_it_is_paid()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        var number = await world.PostOwnAsync(Header("C1"), Bikes(1));
        var posted = await world.PostedAsync(number);
        await world.Desk.SilentlyAsync("bc", "postedInvoices", new { id = posted.Id("id"), orderId = Guid.Empty, orderNumber = string.Empty });

        var error = await world.RefusedAsync(number, "NotFound", FailureClass.Data);

        Assert.Contains("companion app", error.RecommendedAction, StringComparison.Ordinal);
        await world.RaiseAsync("receivePayment", ("invoiceNo", number), ("amount", posted.Number("totalAmountIncludingTax")));
        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);
    }

    [Fact]
    [Trait("DocumentError", "I-01")]
    public async Task A_blocked_item_keeps_the_invoice_from_Sales_here_too()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        var number = await world.PostOwnAsync(Header("C1"), Bikes(1));
        await world.Bike.EditBcAsync(("blocked", true));

        await world.RefusedAsync(number, "Blocked", FailureClass.Data);
    }

    [Fact]
    [Trait("DocumentError", "I-05")]
    public async Task A_customer_who_is_not_coupled_keeps_the_invoice_from_Sales_here_too()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        await world.Desk.BcAsync("customers", new { number = "C2", displayName = "Trey" });
        var number = await world.PostOwnAsync(Header("C2"), Bikes(1));

        await world.RefusedAsync(number, "CustomerNotCoupled", FailureClass.DependencyMissing);
    }

    [Fact]
    public async Task A_payment_shows_in_Sales()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        await world.SubmitAsync(null, world.BikeLine(2, 100m));
        var number = await world.ImportAndPostAsync();
        await world.RaiseAsync("receivePayment", ("invoiceNo", number), ("amount", (await world.PostedAsync(number)).Number("totalAmountIncludingTax")));

        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);

        Assert.Equal((2, 100001), await world.StateAsync(number));
    }

    private static object Header(string customer) => new { documentType = "Order", customerNumber = customer };

    private static object Bikes(int quantity) => new { lineType = "Item", lineObjectNumber = "BIKE", quantity, unitPrice = 100m };
}
