using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Invoices;

/// <summary>Posted invoices of Business Central become invoices in Sales.</summary>
public sealed class InvoicePublishingTests
{
    [Fact]
    [Trait("Scenario", "INV-126")]
    public async Task The_invoice_of_an_order_arrives_with_its_lines_and_amounts_and_is_billed()
    {
        await using var world = await OrderWorld.OpenAsync();
        var order = await world.SubmitAsync(null, world.BikeLine(2, 100m));
        var number = await world.ImportAndPostAsync();

        var result = Assert.Single(await world.PublishAsync(number));

        Assert.Null(result.Error);
        Assert.Equal((SyncAction.Created, number), (result.Action, result.BcNo));
        var invoice = (await world.SalesInvoiceAsync(number))!;
        Assert.Equal((result.SalesId, order, "Bikes for Ely"), (invoice.Id("invoiceid"), invoice.Id("salesorderid"), invoice["name"]!.ToString()));
        Assert.Equal(world.Customer.SalesId, invoice.Id("customerid"));
        Assert.Equal((0, 4), await world.StateAsync(number));
        await AssertSameTotalsAsync(world, number);
        var line = Assert.Single(await world.SalesInvoiceLinesAsync(invoice));
        Assert.Equal((world.Bike.SalesId, 2m, 100m), (line.Id("productid")!.Value, line.Number("quantity"), line.Number("priceperunit")));
        Assert.Equal(200m, line.Number("baseamount"));
    }

    [Fact]
    public async Task An_invoice_that_is_published_twice_is_there_once()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine());
        var number = await world.ImportAndPostAsync();
        await world.PublishAsync(number);

        var again = Assert.Single(await world.PublishAsync(number));

        Assert.Equal((SyncAction.Unchanged, null), (again.Action, again.Error));
        Assert.Single(await world.Desk.RowsAsync("sales", "invoices"));
    }

    [Fact]
    public async Task An_invoice_whose_answer_was_lost_is_there_once_and_coupled()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine());
        var number = await world.ImportAndPostAsync();
        await world.Desk.FaultAsync(new { system = "sales", method = "POST", path = "$batch", times = 1, when = "after" });

        await world.PublishAsync(number);
        var last = Assert.Single(await world.PublishAsync(number));

        Assert.Null(last.Error);
        Assert.Single(await world.Desk.RowsAsync("sales", "invoices"));
        Assert.Single(await world.SalesInvoiceLinesAsync((await world.SalesInvoiceAsync(number))!));
    }

    [Fact]
    public async Task A_preview_says_what_would_be_created_and_writes_nothing()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine());
        var number = await world.ImportAndPostAsync();
        var prices = (await world.Desk.RowsAsync("sales", "productpricelevels")).Count;

        var plan = Assert.Single(await world.Documents.PublishInvoicesAsync(
            new InvoiceRequest { BcNos = [number], Preview = true }, world.World.Observer, default).ToListAsync());

        Assert.Equal((SyncAction.Created, null), (plan.Action, plan.Error));
        Assert.Empty(await world.Desk.RowsAsync("sales", "invoices"));
        Assert.Equal(prices, (await world.Desk.RowsAsync("sales", "productpricelevels")).Count);
    }

    [Fact]
    public async Task A_number_that_is_no_posted_invoice_is_an_error_that_names_it()
    {
        await using var world = await OrderWorld.OpenAsync();

        var result = Assert.Single(await world.PublishAsync("NONE"));

        Assert.Equal(("BcSync.Invoice.NotFound", "NONE"), (result.Error!.ErrorId, result.BcNo));
        Assert.NotEmpty(result.Error.RecommendedAction);
    }

    [Fact]
    [Trait("Scenario", "INV-102")]
    public async Task An_invoice_without_an_order_goes_to_the_account_of_its_customer_with_an_account_as_write_in()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.Desk.BcAsync("accounts", new { number = "6110", displayName = "Freight", accountType = "Posting", directPosting = true });
        var number = await world.PostOwnAsync(
            Header(world), new { lineType = "G/L Account", lineObjectNumber = "6110", description = "Freight", quantity = 1, unitPrice = 30 });
        var other = await world.PostOwnAsync(Header(world), new { lineType = "Item", lineObjectNumber = "BIKE", quantity = 1 });

        var results = await world.PublishAsync(number, other);

        Assert.All(results, result => Assert.Null(result.Error));
        var job = await world.World.LastJobAsync("POSTEDSALESINV-INV", SyncDirection.ToSales);
        Assert.Equal((SyncJobType.InvoicePublishing, 2, 0), (job.Type, job.Inserted, job.Failed));
        var invoice = (await world.SalesInvoiceAsync(number))!;
        Assert.Equal((number, world.Customer.SalesId), (invoice["name"]!.ToString(), invoice.Id("customerid")!.Value));
        var line = Assert.Single(await world.SalesInvoiceLinesAsync(invoice));
        Assert.Equal("6110 Freight.", line["productdescription"]!.ToString());
        Assert.Null(line.Id("productid"));
        await AssertSameTotalsAsync(world, number);
        await AssertSameTotalsAsync(world, other);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("DocumentQuirk", "21")]
    public async Task An_invoice_finds_its_order_by_its_coupling_and_else_by_its_reference(bool coupled)
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.SubmitAsync(null, world.BikeLine());
        var ordered = (await world.SalesOrderAsync(id))["ordernumber"]!.ToString();
        string number;
        if (coupled)
        {
            var order = Assert.Single(await world.ImportAsync()).BcNo!;
            await world.Desk.BcAsync("salesHeaders", new { id = Assert.Single(await world.BcOrdersAsync()).Id("id"), yourReference = "Mr Archer" });
            number = await world.PostAsync(order);
        }
        else
            number = await world.PostOwnAsync(Header(world, ("yourReference", ordered)), new { lineType = "Item", lineObjectNumber = "BIKE", quantity = 1 });

        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);

        Assert.Equal(id, (await world.SalesInvoiceAsync(number))!.Id("salesorderid"));
    }

    [Fact]
    public async Task Lines_of_invoices_have_no_mapping_of_their_own()
    {
        await using var world = await OrderWorld.OpenAsync();

        var refused = await MappingSteps.RefusedAsync(() => world.World.RunAsync("POSTEDSALESLINE-INV"));

        Assert.Equal("BcSync.Mapping.NotFound", refused.ErrorId);
        Assert.Contains("POSTEDSALESLINE-INV", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refused.RecommendedAction);
    }

    [Fact]
    [Trait("Scenario", "INV-113")]
    [Trait("Scenario", "PRC-126")]
    public async Task An_invoice_in_a_foreign_currency_keeps_it_and_gets_a_price_list_named_after_it()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.World.AddCurrencyAsync("USD", "US Dollar", "$", 1.25m);
        var currency = await world.World.CreateInSalesAsync("CURRENCY", "USD");
        var order = await world.SubmitAsync([("transactioncurrencyid", currency.SalesId)], world.BikeLine(2, 100m));
        var ofOrder = await world.ImportAndPostAsync();
        var own = await world.PostOwnAsync(
            Header(world, ("currencyCode", "USD")), new { lineType = "Item", lineObjectNumber = "BIKE", quantity = 2, unitPrice = 33.33m });

        var results = await world.PublishAsync(ofOrder, own);

        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Equal(order, (await world.SalesInvoiceAsync(ofOrder))!.Id("salesorderid"));
        foreach (var number in new[] { ofOrder, own })
        {
            var invoice = (await world.SalesInvoiceAsync(number))!;
            Assert.Equal(currency.SalesId, invoice.Id("transactioncurrencyid"));
            Assert.All(await world.SalesInvoiceLinesAsync(invoice), line => Assert.Equal(currency.SalesId, line.Id("transactioncurrencyid")));
            await AssertSameTotalsAsync(world, number);
        }

        var list = Assert.Single(await world.Desk.RowsAsync("sales", "pricelevels"), row => row["name"]?.ToString() == "Price List in USD");
        Assert.Equal(currency.SalesId, list.Id("transactioncurrencyid"));
        Assert.Equal(list.Id("pricelevelid"), (await world.SalesInvoiceAsync(own))!.Id("pricelevelid"));
        Assert.Single(await world.World.PricesAsync(world.Bike.SalesId), price => price.Id("pricelevelid") == list.Id("pricelevelid"));
    }

    [Fact]
    [Trait("Scenario", "INV-118")]
    public async Task An_invoice_with_a_blocked_item_is_refused_and_leaves_nothing_behind()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine());
        var number = await world.ImportAndPostAsync();
        await world.Bike.EditBcAsync(("blocked", true));

        var result = Assert.Single(await world.PublishAsync(number));

        Assert.Equal("BcSync.Invoice.Blocked", result.Error!.ErrorId);
        Assert.Empty(await world.Desk.RowsAsync("sales", "invoices"));
        Assert.Equal(1, (await world.World.LastJobAsync("POSTEDSALESINV-INV", SyncDirection.ToSales)).Failed);
        await world.Bike.EditBcAsync(("blocked", false));
        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);
    }

    [Fact]
    public async Task A_hundred_invoices_of_five_lines_cost_few_requests()
    {
        await using var world = await OrderWorld.OpenAsync();
        var numbers = new List<string>();
        var line = new { lineType = "Item", lineObjectNumber = "BIKE", quantity = 1 };
        for (var i = 0; i < 100; i++)
            numbers.Add(await world.PostOwnAsync(Header(world), line, line, line, line, line));
        await world.Desk.ResetRequestsAsync();

        var results = await world.PublishAsync([.. numbers]);

        Assert.Equal(100, results.Count(result => result.Error is null));
        Assert.InRange((await world.Desk.RequestsAsync()).Where(request => request.Set is not "$batch").Sum(request => request.Requests), 1, 60);
    }

    internal static async Task AssertSameTotalsAsync(OrderWorld world, string number)
    {
        var posted = await world.PostedAsync(number);
        var invoice = (await world.SalesInvoiceAsync(number))!;
        Assert.Equal(
            (posted.Number("totalAmountIncludingTax"), posted.Number("totalTaxAmount"), posted.Number("totalAmountExcludingTax")),
            (invoice.Number("totalamount"), invoice.Number("totaltax"), invoice.Number("totalamountlessfreight")));
        var lines = await world.SalesInvoiceLinesAsync(invoice);
        Assert.Equal(
            posted.Number("totalAmountIncludingTax"),
            lines.Where(line => line["productdescription"]?.ToString() != "Rounding").Sum(line => line.Number("extendedamount"))
                - (await BilledDiscountAsync(world, posted)));
    }

    private static async Task<decimal> BilledDiscountAsync(OrderWorld world, JsonObject posted) =>
        (await world.Desk.RowsAsync("bc", "postedInvoiceLines")).Where(line => line["documentId"]?.ToString() == posted["id"]?.ToString())
            .Sum(line => line.Number("invoiceDiscountAllocation") ?? 0);

    private static Dictionary<string, object?> Header(OrderWorld world, params (string Column, object? Value)[] more)
    {
        var header = new Dictionary<string, object?> { ["documentType"] = "Order", ["customerId"] = world.Customer.BcId };
        foreach (var (column, value) in more)
            header[column] = value;
        return header;
    }
}
