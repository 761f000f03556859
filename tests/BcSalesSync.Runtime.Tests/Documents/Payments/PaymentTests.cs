using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Payments;

/// <summary>Invoices in Sales show how far they are paid in Business Central.</summary>
public sealed class PaymentTests
{
    [Fact]
    public async Task A_payment_its_rest_and_its_unapplication_reach_sales_and_so_does_the_cancellation()
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PublishedAsync(world);
        var total = (await world.PostedAsync(number)).Number("totalAmountIncludingTax")!.Value;

        await world.RaiseAsync("receivePayment", ("invoiceNo", number), ("amount", 40m));
        var partly = Assert.Single(await UpdateAsync(world));
        Assert.Equal((2, 100002, 1), State(await world.StateAsync(number), partly));

        await world.RaiseAsync("receivePayment", ("invoiceNo", number), ("amount", total - 40m));
        var fully = Assert.Single(await UpdateAsync(world));
        Assert.Equal((2, 100001, 1), State(await world.StateAsync(number), fully));

        await world.RaiseAsync("unapplyPayment", ("invoiceNo", number));
        await UpdateAsync(world);
        Assert.NotEqual((2, 100001), await world.StateAsync(number));
    }

    [Fact]
    [Trait("Scenario", "STA-135")]
    public async Task An_invoice_that_is_cancelled_after_it_was_sent_becomes_canceled()
    {
        await using var world = await OrderWorld.OpenAsync();
        var number = await PublishedAsync(world);
        await world.RaiseAsync("cancelInvoice", ("invoiceNo", number));

        await UpdateAsync(world);

        Assert.Equal((3, 100003), await world.StateAsync(number));
    }

    [Fact]
    [Trait("Scenario", "INV-126")]
    public async Task An_invoice_that_is_paid_already_arrives_paid()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine());
        var number = await world.ImportAndPostAsync();
        var total = (await world.PostedAsync(number)).Number("totalAmountIncludingTax")!.Value;
        await world.RaiseAsync("receivePayment", ("invoiceNo", number), ("amount", total));

        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);

        Assert.Equal((2, 100001), await world.StateAsync(number));
    }

    [Fact]
    public async Task An_invoice_whose_state_is_right_is_not_written()
    {
        await using var world = await OrderWorld.OpenAsync();
        await PublishedAsync(world);
        await UpdateAsync(world);
        await world.Desk.ResetRequestsAsync();

        var result = Assert.Single(await UpdateAsync(world));

        Assert.Equal(0, result.InvoicesUpdated);
        Assert.DoesNotContain(await world.Desk.RequestsAsync(), request => request.Set == "invoices" && request.Method == "PATCH");
    }

    private static async Task<string> PublishedAsync(OrderWorld world)
    {
        await world.SubmitAsync(null, world.BikeLine(2, 100m));
        var number = await world.ImportAndPostAsync();
        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);
        return number;
    }

    private static (int State, int Status, int Updated) State((int State, int Status) state, BcStatisticsResult result) =>
        (state.State, state.Status, result.InvoicesUpdated);

    private static Task<List<BcStatisticsResult>> UpdateAsync(OrderWorld world) =>
        world.Documents.UpdateStatisticsAsync(new StatisticsRequest { BcNos = ["C1"] }, world.World.Observer, default).ToListAsync().AsTask();
}
