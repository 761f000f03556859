using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Invoices;

/// <summary>Invoices that are not posted are no business of Sales, although API v2.0 shows them among the others.</summary>
public sealed class DraftInvoiceTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(2, true)]
    public async Task An_invoice_that_is_not_posted_is_not_sent(int tier, bool released)
    {
        await using var world = await OrderWorld.OpenAsync(tier);
        var draft = await world.WriteDocumentAsync("Invoice", "C1", 250m);
        if (released)
            await world.ReleaseAsync(draft);

        var result = Assert.Single(await world.PublishAsync(draft["number"]!.ToString()));

        Assert.NotNull(result.Error);
        Assert.Empty(await world.Desk.RowsAsync("sales", "invoices"));
    }

    [Fact]
    public async Task It_counts_as_outstanding_until_it_is_posted_and_as_balance_from_then_on()
    {
        await using var world = await OrderWorld.OpenAsync();
        var draft = await world.WriteDocumentAsync("Invoice", "C1", 250m);
        await world.UpdateStatisticsAsync("C1");
        var before = (await world.FiguresAsync(world.Customer))!;
        await world.RaiseAsync("postInvoice", ("no", draft["number"]!.ToString()));

        await world.UpdateStatisticsAsync("C1");

        var after = (await world.FiguresAsync(world.Customer))!;
        Assert.Equal(
            ((312.5m, 0m), (0m, 312.5m)),
            ((before.Number("nav_outstandinginvoiceslcy"), before.Number("nav_balancelcy")),
                (after.Number("nav_outstandinginvoiceslcy"), after.Number("nav_balancelcy"))));
    }

    [Fact]
    public async Task It_is_sent_once_it_is_posted_and_paid_also_without_the_companion_app()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        var draft = await world.WriteDocumentAsync("Invoice", "C1", 250m);
        var number = (await world.RaiseAsync("postInvoice", ("no", draft["number"]!.ToString())))["invoiceNo"]!.ToString();
        await world.RaiseAsync("receivePayment", ("invoiceNo", number), ("amount", 312.5m));

        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);

        Assert.Equal((2, 100001), await world.StateAsync(number));
    }
}
