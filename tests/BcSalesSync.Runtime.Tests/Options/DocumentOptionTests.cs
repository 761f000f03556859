using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Options;

/// <summary>Quotes, orders and invoices can hold what their account does.</summary>
public sealed class DocumentOptionTests
{
    private const int FirstOwn = 100_000_000;

    [Theory]
    [InlineData("PAYMENT TERMS", "paymentTerms", "paymenttermscode", "quote salesorder invoice")]
    [InlineData("SHIPMENT METHOD", "shipmentMethods", "freighttermscode", "quote salesorder")]
    [InlineData("SHIPPING AGENT", "shippingAgents", "shippingmethodcode", "quote salesorder invoice")]
    public async Task A_new_option_of_accounts_comes_to_documents_under_its_number(string mapping, string set, string column, string tables)
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.AllowOptionChangesAsync();
        var code = await world.AddCodeAsync(set, "NEW1", "New");

        await world.CreatedAsync(mapping, new RecordSelector { BcId = code }, SystemSide.Sales);

        foreach (var table in tables.Split(' '))
            Assert.Contains((FirstOwn, "NEW1"), await world.OptionsAsync(table, column));
    }

    [Fact]
    public async Task A_renamed_code_relabels_the_option_of_documents_too()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.AllowOptionChangesAsync();
        var code = await world.AddCodeAsync("paymentTerms", "NET90", "Net 90");
        await world.CreatedAsync("PAYMENT TERMS", new RecordSelector { BcId = code }, SystemSide.Sales);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Desk.BcAsync("paymentTerms", new { id = code, code = "NET91" });

        await world.RunAsync("PAYMENT TERMS");

        Assert.Contains((FirstOwn, "NET91"), await world.OptionsAsync("salesorder", "paymenttermscode"));
    }

    [Fact]
    public async Task An_option_that_orders_have_for_themselves_keeps_its_number_and_the_new_one_gets_another()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.AllowOptionChangesAsync();
        await world.Desk.SilentlyAsync("sales", "stringmaps", new
        {
            stringmapid = new Guid(1, 0, 0, new byte[8]),
            objecttypecode = "salesorder",
            attributename = "paymenttermscode",
            attributevalue = FirstOwn,
            value = "Cash on delivery",
            displayorder = 9,
            langid = 1033,
        });
        var code = await world.AddCodeAsync("paymentTerms", "NET90", "Net 90");

        await world.CreatedAsync("PAYMENT TERMS", new RecordSelector { BcId = code }, SystemSide.Sales);

        Assert.Contains((FirstOwn, "Cash on delivery"), await world.OptionsAsync("salesorder", "paymenttermscode"));
        foreach (var table in new[] { "account", "quote", "salesorder", "invoice" })
            Assert.Contains((FirstOwn + 1, "NET90"), await world.OptionsAsync(table, "paymenttermscode"));
    }

    [Fact]
    public async Task Documents_stay_as_they_are_until_an_admin_allows_it()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var before = await world.OptionsAsync("salesorder", "paymenttermscode");
        await world.AddCodeAsync("paymentTerms", "NET90", "Net 90");

        await world.FullSyncAsync(FullSyncAction.FullSync, "PAYMENT TERMS");

        Assert.Equal(before, await world.OptionsAsync("salesorder", "paymenttermscode"));
    }
}
