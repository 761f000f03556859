using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Quotes;

/// <summary>Won quotes lead to their order, which refers to them, and are kept in the archive once.</summary>
public sealed class WonQuoteTests
{
    [Fact]
    [Trait("Scenario", "QUO-115")]
    [Trait("DocumentQuirk", "24")]
    public async Task A_quote_that_is_won_before_it_was_processed_becomes_a_quote_and_an_order()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine(2, 100m));
        var salesOrder = await world.WinAsync(id);
        var number = (await world.SalesOrderAsync(salesOrder))["ordernumber"]!.ToString();

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Equal((SyncAction.Created, null), (result.Action, result.Error));
        var quote = Assert.Single(await world.BcQuotesAsync());
        var order = Assert.Single(await world.BcOrdersAsync());
        Assert.Equal(number, order["yourReference"]!.ToString());
        Assert.Equal(quote["number"]!.ToString(), order["quoteNumber"]!.ToString());
        Assert.Single(await world.ArchiveAsync());
        Assert.Equal(SyncAction.Unchanged, Assert.Single(await world.ProcessAsync(id)).Action);
    }

    [Fact]
    public async Task A_quote_that_is_won_after_it_was_processed_leads_to_its_order()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine(2, 100m));
        await world.ProcessAsync();
        await world.WinAsync(id);

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Equal((SyncAction.Updated, null), (result.Action, result.Error));
        var quote = Assert.Single(await world.BcQuotesAsync());
        Assert.Equal(quote["number"]!.ToString(), Assert.Single(await world.BcOrdersAsync())["quoteNumber"]!.ToString());
        Assert.Single(await world.ArchiveAsync());
    }

    [Fact]
    public async Task An_order_that_was_taken_over_before_its_quote_is_told_of_it()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        await world.WinAsync(id);
        Assert.Null(Assert.Single(await world.ImportAsync()).Error);
        await world.World.Session.RaiseSandboxEventAsync(
            "releaseOrder", new Dictionary<string, object?> { ["no"] = Assert.Single(await world.BcOrdersAsync())["number"]!.ToString() }, default);

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        var quote = Assert.Single(await world.BcQuotesAsync());
        Assert.Equal(quote["number"]!.ToString(), Assert.Single(await world.BcOrdersAsync())["quoteNumber"]!.ToString());
        Assert.Single(await world.ArchiveAsync());
    }

    [Fact]
    [Trait("DocumentQuirk", "22")]
    public async Task While_the_order_is_not_submitted_the_quote_is_released_and_the_order_finds_it_later()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        var order = await world.WinAsync(id, submit: false);

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Null(result.Error);
        Assert.Contains("not submitted", result.Message, StringComparison.Ordinal);
        Assert.Equal("Released", Assert.Single(await world.BcQuotesAsync())["status"]!.ToString());
        Assert.Empty(await world.BcOrdersAsync());
        Assert.Empty(await world.ProcessAsync());

        await world.World.Session.RaiseSandboxEventAsync("submitOrder", new Dictionary<string, object?> { ["orderId"] = order.ToString() }, default);
        Assert.Null(Assert.Single(await world.ImportAsync()).Error);

        var quote = Assert.Single(await world.BcQuotesAsync());
        Assert.Equal(quote["number"]!.ToString(), Assert.Single(await world.BcOrdersAsync())["quoteNumber"]!.ToString());
        Assert.Single(await world.ArchiveAsync());
    }

    [Fact]
    public async Task A_won_quote_that_was_processed_is_never_looked_at_again()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        await world.WinAsync(id);
        await world.ProcessAsync();
        await world.Desk.DeleteAsync("bc", "salesHeaders", Assert.Single(await world.BcOrdersAsync()).Id("id")!.Value);

        Assert.Empty(await world.ProcessAsync());
        Assert.Equal(SyncAction.Unchanged, Assert.Single(await world.ProcessAsync(id)).Action);

        Assert.Empty(await world.BcOrdersAsync());
    }

    [Fact]
    public async Task A_won_quote_whose_partner_was_deleted_leads_to_nothing()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        await world.ProcessAsync();
        await world.Desk.DeleteAsync("bc", "salesHeaders", Assert.Single(await world.BcQuotesAsync()).Id("id")!.Value);
        await world.WinAsync(id);

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Null(result.Error);
        Assert.Contains("deleted", result.Message, StringComparison.Ordinal);
        Assert.Empty(await world.BcOrdersAsync());
        Assert.Empty(await world.ProcessAsync());
    }

    [Fact]
    [Trait("DocumentQuirk", "6")]
    [Trait("DocumentQuirk", "25")]
    public async Task A_quote_and_its_order_find_each_other_whoever_else_has_their_number()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        var order = await world.WinAsync(id);
        var number = (await world.SalesQuoteAsync(id))["quotenumber"]!.ToString();
        await world.Desk.SilentlyAsync("sales", "salesorders", new { salesorderid = order, ordernumber = number });
        foreach (var documentType in new[] { "Order", "Quote" })
            await world.Desk.BcAsync("salesHeaders", new { documentType, customerNumber = "C1", yourReference = number });

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        var quote = Assert.Single(await world.BcQuotesAsync(), row => row.Id("dataverseId") == id);
        var made = Assert.Single(await world.BcOrdersAsync(), row => row.Id("dataverseId") == order);
        Assert.Equal((number, quote["number"]!.ToString()), (made["yourReference"]!.ToString(), made["quoteNumber"]!.ToString()));
        Assert.Equal(quote["number"]!.ToString(), Assert.Single(await world.ArchiveAsync())["number"]!.ToString());
        Assert.Equal(2, (await world.BcOrdersAsync()).Count);
        Assert.Equal(string.Empty, Assert.Single(await world.BcOrdersAsync(), row => row.Id("dataverseId") is null)["quoteNumber"]!.ToString());
    }

    [Fact]
    public async Task An_order_that_was_deleted_in_Business_Central_is_reported()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        await world.WinAsync(id);
        await world.ImportAsync();
        await world.Desk.DeleteAsync("bc", "salesHeaders", Assert.Single(await world.BcOrdersAsync()).Id("id")!.Value);

        var result = Assert.Single(await world.ProcessAsync());

        Assert.NotNull(result.Error);
        Assert.Contains(result.Error.ErrorId, new[] { "BcSync.Quote.OrderFailed", "BcSync.Quote.OrderGone" });
        Assert.Empty(await world.BcOrdersAsync());
    }

    [Fact]
    public async Task The_order_is_made_in_a_later_run_when_it_was_refused_in_the_first_one()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        var order = await world.WinAsync(id);
        await world.Desk.SilentlyAsync("sales", "salesorders", new { salesorderid = order, freightamount = 35m });
        Assert.NotNull(Assert.Single(await world.ProcessAsync()).Error);
        await world.Desk.SilentlyAsync("sales", "salesorders", new { salesorderid = order, freightamount = 0m });

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Null(result.Error);
        Assert.Equal(Assert.Single(await world.BcQuotesAsync())["number"]!.ToString(), Assert.Single(await world.BcOrdersAsync())["quoteNumber"]!.ToString());
        Assert.Single(await world.ArchiveAsync());
    }
}
