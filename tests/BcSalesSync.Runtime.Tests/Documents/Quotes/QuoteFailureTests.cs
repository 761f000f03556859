using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Quotes;

/// <summary>What keeps a quote out is said, for each quote alone, and it is taken up again once that is mended.</summary>
public sealed class QuoteFailureTests
{
    [Fact]
    [Trait("DocumentError", "Q-01")]
    public async Task A_quote_without_customer_is_refused()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        await world.Desk.SilentlyAsync("sales", "quotes", new { quoteid = id, _customerid_value = (Guid?)null });

        await RefusedAsync(world, id, "NoCustomer", FailureClass.Data);
    }

    [Fact]
    [Trait("DocumentError", "Q-02")]
    public async Task A_contact_without_company_leads_to_no_customer()
    {
        await using var world = await OrderWorld.OpenAsync();
        var contact = await AddContactAsync(world);
        var id = await world.QuoteAsync([("customerid", null), ("customerid_contact@odata.bind", $"/contacts({contact})")], world.BikeLine());

        await RefusedAsync(world, id, "NoAccount", FailureClass.Data);
    }

    [Fact]
    [Trait("DocumentError", "Q-03")]
    public async Task An_account_that_is_no_customer_is_refused()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.Customer.EditSalesAsync(("customertypecode", 1));
        var id = await world.QuoteAsync(null, world.BikeLine());

        await RefusedAsync(world, id, "NotACustomer", FailureClass.Data);
    }

    [Fact]
    [Trait("DocumentError", "Q-04")]
    public async Task A_quote_waits_for_its_account_to_be_coupled()
    {
        await using var world = await OrderWorld.OpenAsync();
        var other = (await world.Desk.SalesAsync("accounts", new { name = "Litware", customertypecode = 3 }))[0]!["accountid"]!.GetValue<Guid>();
        var id = await world.QuoteAsync([("customerid", other)], world.BikeLine());

        await RefusedAsync(world, id, "CustomerNotCoupled", FailureClass.DependencyMissing);
        Assert.Null((await world.World.CoupleAsync(
            "CUSTOMER", new RecordSelector { SalesId = other }, createIn: SystemSide.BusinessCentral)).Error);
        var again = Assert.Single(await world.ProcessAsync());

        Assert.Equal((SyncAction.Created, null), (again.Action, again.Error));
    }

    [Fact]
    public async Task A_product_that_is_not_coupled_keeps_the_quote_out_and_others_go_on()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.QuoteAsync(null, world.BikeLine());
        var bad = await world.QuoteAsync(null, world.BikeLine());
        await world.World.AddItemAsync("BELL");
        var bell = await world.World.CreateInSalesAsync("ITEM-PRODUCT", "BELL");
        await world.QuoteAsync(null, world.BikeLine(1, 10m, ("productid", bell.SalesId)));
        await world.World.Session.UncoupleAsync([await bell.CouplingAsync()], world.World.Observer, default).CountAsync();

        var results = await world.ProcessAsync();

        Assert.Equal("BcSync.Quote.ItemNotCoupled", Assert.Single(results, result => result.Error is not null).Error!.ErrorId);
        Assert.Equal(2, (await world.BcQuotesAsync()).Count);
        Assert.Contains(results, result => result.SalesId == bad && result.Action is SyncAction.Created);
    }

    [Fact]
    [Trait("Scenario", "QUO-127")]
    [Trait("DocumentError", "Q-06")]
    public async Task A_won_quote_that_nobody_made_an_order_of_is_an_error()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        await world.Desk.DeleteAsync("sales", "salesorders", await world.WinAsync(id, submit: false));

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Equal((SyncAction.Failed, "BcSync.Quote.NoOrder", id), (result.Action, result.Error?.ErrorId, result.Error?.SalesId));
        Assert.Contains(await NumberAsync(world, id), result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("Create the order from the quote", result.Error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(await world.BcQuotesAsync());
        Assert.Empty(await world.World.CouplingsAsync("SALESQUOTE-QUOTE"));
    }

    [Fact]
    [Trait("DocumentError", "Q-07")]
    public async Task An_order_that_cannot_be_created_is_named_with_its_quote()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        var order = await world.WinAsync(id);
        await world.Desk.SilentlyAsync("sales", "salesorders", new { salesorderid = order, freightamount = 35m });

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Equal(("BcSync.Quote.OrderFailed", id), (result.Error?.ErrorId, result.Error?.SalesId));
        Assert.Contains(await NumberAsync(world, id), result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("freight", result.Error.Message, StringComparison.Ordinal);
        Assert.Contains("Set-BcSyncSetup -FreightAccountNo", result.Error.RecommendedAction, StringComparison.Ordinal);
        await world.AssertNothingWrittenAsync(order);
        Assert.Single(await world.BcQuotesAsync());
        Assert.Empty(await world.BcOrdersAsync());
    }

    [Fact]
    public async Task A_quote_that_is_named_and_not_there_is_an_error()
    {
        await using var world = await OrderWorld.OpenAsync();

        var result = Assert.Single(await world.ProcessAsync(new DocumentRequest { Numbers = ["QUO-NONE"] }));

        Assert.Equal("BcSync.Quote.NotFound", result.Error?.ErrorId);
    }

    private static async Task<BcSyncError> RefusedAsync(OrderWorld world, Guid id, string problem, FailureClass failure)
    {
        var before = (await world.SalesQuoteAsync(id)).ToJsonString();
        var result = Assert.Single(await world.ProcessAsync());
        Assert.Equal(
            (SyncAction.Failed, $"BcSync.Quote.{problem}", failure, id),
            (result.Action, result.Error?.ErrorId, result.Error?.Class, result.Error?.SalesId));
        Assert.Contains(await NumberAsync(world, id), result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("Import-BcSalesQuote", result.Error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(await world.BcQuotesAsync());
        Assert.Empty(await world.World.CouplingsAsync("SALESQUOTE-QUOTE"));
        Assert.Equal(before, (await world.SalesQuoteAsync(id)).ToJsonString());
        return result.Error;
    }

    private static async Task<string> NumberAsync(OrderWorld world, Guid id) => (await world.SalesQuoteAsync(id))["quotenumber"]!.ToString();

    private static async Task<Guid> AddContactAsync(OrderWorld world) =>
        (await world.Desk.SalesAsync("contacts", new { lastname = "Archer" }))[0]!["contactid"]!.GetValue<Guid>();
}
