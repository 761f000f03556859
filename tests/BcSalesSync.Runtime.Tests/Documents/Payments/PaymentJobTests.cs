using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Payments;

/// <summary>The schedule sends invoices of orders and follows their payment.</summary>
public sealed class PaymentJobTests
{
    [Fact]
    [Trait("Scenario", "STA-111")]
    public async Task The_statistics_job_shows_a_full_payment_and_logs_it_under_the_invoices()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.SubmitAsync(null, world.BikeLine());
        var number = await world.ImportAndPostAsync();
        await RunAsync(world);
        Assert.Equal((0, 4), await world.StateAsync(number));
        await world.RaiseAsync(
            "receivePayment", ("invoiceNo", number), ("amount", (await world.PostedAsync(number)).Number("totalAmountIncludingTax")));

        await RunAsync(world);

        Assert.Equal((2, 100001), await world.StateAsync(number));
        var jobs = await world.World.Session.GetJobsAsync(new JobQuery { Mapping = "POSTEDSALESINV-INV" }, default).ToListAsync();
        var last = jobs.First(job => job.Type is SyncJobType.Statistics);
        Assert.Equal((1, 0, SyncJobStatus.Success), (last.Modified, last.Failed, last.Status));
    }

    [Fact]
    public async Task The_job_leaves_invoices_alone_that_bill_no_order_of_sales()
    {
        await using var world = await OrderWorld.OpenAsync();
        var own = await world.PostOwnAsync(
            new { documentType = "Order", customerId = world.Customer.BcId }, new { lineType = "Item", lineObjectNumber = "BIKE", quantity = 1 });

        await RunAsync(world);

        Assert.Null(await world.SalesInvoiceAsync(own));
    }

    private static async Task RunAsync(OrderWorld world)
    {
        world.World.Clock.Advance(TimeSpan.FromDays(2));
        await world.World.Session.Schedule.RunAsync(new ScheduleRequest(), world.World.Observer, default).ToListAsync();
    }
}
