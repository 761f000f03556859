using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Invoices;

/// <summary>Invoices that are too long for one unit come in several, and are billed once they are there whole.</summary>
public sealed class LongInvoiceTests
{
    private const int Lines = 1100;

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_long_invoice_arrives_with_all_its_lines_and_is_billed(int tier)
    {
        await using var world = await OrderWorld.OpenAsync(tier);
        var number = await PostLongAsync(world);

        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);

        await AssertWholeAsync(world, number);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_long_invoice_that_is_cut_off_is_not_billed_and_the_next_run_completes_it(int unit)
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PostLongAsync(world);
        await CutOffAsync(world, unit);
        await Assert.ThrowsAnyAsync<Exception>(() => world.PublishAsync(number));
        world.World.Watch.HoldWhen(_ => Task.FromResult(false));
        var half = (await world.SalesInvoiceAsync(number))!;
        Assert.Equal((0, 1), await world.StateAsync(number));
        Assert.Equal((unit - 1) * 490, (await world.SalesInvoiceLinesAsync(half)).Count);
        Assert.Empty(await world.World.CouplingsAsync("POSTEDSALESINV-INV"));

        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);

        await AssertWholeAsync(world, number);
        Assert.Equal(SyncAction.Unchanged, Assert.Single(await world.PublishAsync(number)).Action);
    }

    [Fact]
    public async Task A_long_invoice_whose_coupling_was_not_saved_is_not_written_twice()
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PostLongAsync(world);
        world.World.State.Before(change => change.Couplings.Count > 0, () => throw new IOException("The power went."));
        await Assert.ThrowsAnyAsync<Exception>(() => world.PublishAsync(number));

        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);

        await AssertWholeAsync(world, number);
    }

    [Fact]
    public async Task A_long_invoice_that_Sales_refuses_in_part_is_not_billed_until_that_is_mended()
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PostLongAsync(world);

        // The last lines come first, so that this one is in the third unit.
        await world.Desk.FaultAsync(new
        {
            system = "sales", set = "invoicedetails", rowMatch = new { lineitemnumber = 10000 }, status = 403, code = "0x80040220", message = "No right.",
        });

        var error = Assert.Single(await world.PublishAsync(number)).Error;

        Assert.Equal(("BcSync.Invoice.Refused", number, FailureClass.Permission), (error?.ErrorId, error?.BcNo, error?.Class));
        Assert.Equal((0, 1), await world.StateAsync(number));
        Assert.Empty(await world.World.CouplingsAsync("POSTEDSALESINV-INV"));
        await world.Desk.ClearFaultsAsync();
        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);
        await AssertWholeAsync(world, number);
    }

    private static async Task<string> PostLongAsync(OrderWorld world) => await world.PostOwnAsync(
        new { documentType = "Order", customerNumber = "C1" },
        [.. Enumerable.Range(1, Lines).Select(_ => (object)new { lineType = "Item", lineObjectNumber = "BIKE", quantity = 1m, unitPrice = 10m })]);

    // The batch that carries a certain unit does not arrive, and the process is gone.
    private static async Task CutOffAsync(OrderWorld world, int unit)
    {
        var written = 0;
        world.World.Watch.HoldWhen(async request =>
        {
            var writes = request.RequestUri!.AbsolutePath.Contains("/sales/", StringComparison.Ordinal) && request.Method == HttpMethod.Post
                && (await request.Content!.ReadAsStringAsync()).Contains("/invoicedetails", StringComparison.Ordinal);
            return writes && Interlocked.Increment(ref written) >= unit ? throw new HttpRequestException("The power went.") : false;
        });
        world.World.State.Before(change => change.Pending.Count > 0, () => throw new IOException("The power went."));
        await Task.CompletedTask;
    }

    private static async Task AssertWholeAsync(OrderWorld world, string number)
    {
        var invoice = (await world.SalesInvoiceAsync(number))!;
        var posted = await world.PostedAsync(number);
        Assert.Equal(Enumerable.Range(1, Lines).Select(line => line * 10000m), (await world.SalesInvoiceLinesAsync(invoice)).Select(line => line.Number("lineitemnumber")!.Value));
        Assert.Equal((0, 4), await world.StateAsync(number));
        Assert.Equal(posted.Number("totalAmountIncludingTax"), invoice.Number("totalamount"));
        Assert.Equal(invoice.Id("invoiceid"), Assert.Single(await world.World.CouplingsAsync("POSTEDSALESINV-INV")).SalesId);
    }
}
