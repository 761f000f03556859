using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Invoices;

/// <summary>Invoices come to the same cent in both systems.</summary>
public sealed class InvoiceAmountTests
{
    [Fact]
    [Trait("Scenario", "INV-105")]
    public async Task A_line_keeps_its_quantity_its_amount_and_its_tax()
    {
        await using var world = await OrderWorld.OpenAsync();
        await TaxAsync(world, 5m);
        var number = await world.PostOwnAsync(
            Header(world, false), new { lineType = "Item", lineObjectNumber = "BIKE", quantity = 4, unitPrice = 250m });

        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);

        var line = Assert.Single(await world.SalesInvoiceLinesAsync((await world.SalesInvoiceAsync(number))!));
        Assert.Equal(
            (4m, 1000m, 1050m, 50m),
            (line.Number("quantity"), line.Number("baseamount"), line.Number("extendedamount"), line.Number("tax")));
        await InvoicePublishingTests.AssertSameTotalsAsync(world, number);
    }

    [Fact]
    public async Task Prices_that_include_tax_arrive_without_it_and_a_rounding_line_takes_the_rest()
    {
        await using var world = await OrderWorld.OpenAsync();
        await TaxAsync(world, 7m);
        var number = await world.PostOwnAsync(
            Header(world, true), new { lineType = "Item", lineObjectNumber = "BIKE", quantity = 3000, unitPrice = 9.99m });

        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);

        var lines = await world.SalesInvoiceLinesAsync((await world.SalesInvoiceAsync(number))!);
        var posted = await world.PostedAsync(number);
        Assert.Equal(
            posted.Number("totalAmountIncludingTax"),
            lines.Sum(line => (line.Number("priceperunit") * line.Number("quantity")) + (line.Number("tax") ?? 0)));
        Assert.Equal("Rounding", lines[^1]["productdescription"]?.ToString());
        await InvoicePublishingTests.AssertSameTotalsAsync(world, number);
    }

    [Fact]
    [Trait("DocumentQuirk", "20")]
    public async Task Line_text_and_discounts_arrive_and_comments_can_be_left_out()
    {
        await using var world = await OrderWorld.OpenAsync();
        await TaxAsync(world, 5m);
        object bikes = new { lineType = "Item", lineObjectNumber = "BIKE", quantity = 2, unitPrice = 100m, discountAmount = 10m };
        object comment = new { description = "Handle with care" };
        var number = await world.PostOwnAsync(Header(world, false), bikes, comment);
        var second = await world.PostOwnAsync(Header(world, false), bikes, comment);

        await world.PublishAsync(number);
        await world.World.Session.SetSetupAsync(new SetupChange { SkipInvoiceComments = true }, default);
        await world.PublishAsync(second);

        var lines = await world.SalesInvoiceLinesAsync((await world.SalesInvoiceAsync(number))!);
        Assert.Equal("Handle with care.", lines[1]["productdescription"]!.ToString());
        Assert.Equal((10m, 200m), (lines[0].Number("manualdiscountamount"), lines[0].Number("baseamount")));
        Assert.Single(await world.SalesInvoiceLinesAsync((await world.SalesInvoiceAsync(second))!));
        await InvoicePublishingTests.AssertSameTotalsAsync(world, number);
    }

    private static object Header(OrderWorld world, bool pricesIncludeTax) =>
        new { documentType = "Order", customerId = world.Customer.BcId, pricesIncludeTax };

    private static async Task TaxAsync(OrderWorld world, decimal percent)
    {
        foreach (var row in await world.Desk.RowsAsync("bc", "vatPostingSetup"))
            await world.Desk.SilentlyAsync("bc", "vatPostingSetup", new { id = row["id"]!.GetValue<Guid>(), vatPercent = percent });
    }
}
