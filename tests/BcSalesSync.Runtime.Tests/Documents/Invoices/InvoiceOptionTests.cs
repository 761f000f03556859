using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Invoices;

/// <summary>Shipping agents and payment terms of posted invoices become the choices of Sales.</summary>
public sealed class InvoiceOptionTests
{
    [Fact]
    [Trait("Scenario", "INV-119")]
    public async Task Mapped_codes_arrive_as_their_options()
    {
        await using var world = await OrderWorld.OpenWithOptionsAsync();
        var number = await PostAsync(world, "AIRBORNE", "NET30");

        var result = Assert.Single(await world.PublishAsync(number));

        Assert.Null(result.Error);
        var invoice = (await world.SalesInvoiceAsync(number))!;
        Assert.Equal((1, 1), (invoice["shippingmethodcode"]!.GetValue<int>(), invoice["paymenttermscode"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_code_without_option_keeps_the_invoice_from_Sales_and_says_which_one_it_is()
    {
        await using var world = await OrderWorld.OpenWithOptionsAsync();
        await world.Desk.BcAsync("paymentTerms", new { code = "BARTER", displayName = "By barter" });
        var number = await PostAsync(world, "AIRBORNE", "BARTER");

        var result = Assert.Single(await world.PublishAsync(number));

        Assert.Contains("BARTER", result.Error?.Message, StringComparison.Ordinal);
        Assert.Null(await world.SalesInvoiceAsync(number));
    }

    private static Task<string> PostAsync(OrderWorld world, string agent, string terms) => world.PostOwnAsync(
        new
        {
            documentType = "Order", customerNumber = "C1", shippingAgentCode = agent, paymentTermsCode = terms,
        },
        new { lineType = "Item", lineObjectNumber = "BIKE", quantity = 1, unitPrice = 100m });
}
