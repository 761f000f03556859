using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Quotes;

/// <summary>Active quotes become quotes in Business Central.</summary>
public sealed class QuoteImportTests
{
    [Fact]
    [Trait("Scenario", "QUO-102")]
    public async Task An_active_quote_in_local_currency_becomes_a_quote_and_stays_as_it_was_in_Sales()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine(2, 100m));
        var before = await world.SalesQuoteAsync(id);

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Null(result.Error);
        var quote = Assert.Single(await world.BcQuotesAsync());
        Assert.Equal((SyncAction.Created, quote["number"]!.ToString()), (result.Action, result.BcNo));
        Assert.Equal(string.Empty, quote["currencyCode"]!.ToString());
        Assert.Equal(200m, await world.TotalAsync(quote));
        Assert.Equal(before.ToJsonString(), (await world.SalesQuoteAsync(id)).ToJsonString());
    }

    [Fact]
    [Trait("Scenario", "QUO-102")]
    public async Task A_quote_in_a_foreign_currency_keeps_it()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.World.AddCurrencyAsync("NOK", "Norwegian Krone", "kr");
        var krone = await world.AddSalesCurrencyAsync("NOK");
        await world.QuoteAsync([("transactioncurrencyid", krone)]);

        Assert.Null(Assert.Single(await world.ProcessAsync()).Error);

        Assert.Equal("NOK", Assert.Single(await world.BcQuotesAsync())["currencyCode"]!.ToString());
    }

    [Fact]
    [Trait("Scenario", "QUO-106")]
    public async Task A_currency_that_Business_Central_does_not_have_keeps_the_quote_out()
    {
        await using var world = await OrderWorld.OpenAsync();
        var krone = await world.AddSalesCurrencyAsync("NOK");
        var id = await world.QuoteAsync([("transactioncurrencyid", krone)]);

        var result = Assert.Single(await world.ProcessAsync(id));

        Assert.Equal((SyncAction.Failed, "BcSync.Quote.CurrencyUnknown"), (result.Action, result.Error?.ErrorId));
        Assert.Contains("NOK", result.Error!.Message, StringComparison.Ordinal);
        Assert.Empty(await world.BcQuotesAsync());
    }

    [Fact]
    [Trait("Scenario", "QUO-129")]
    public async Task Validity_delivery_date_and_number_come_along()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(
            [("effectivefrom", "2026-03-01"), ("effectiveto", "2026-04-30"), ("requestdeliveryby", "2026-03-20")], world.BikeLine());

        Assert.Null(Assert.Single(await world.ProcessAsync(id)).Error);

        var quote = Assert.Single(await world.BcQuotesAsync());
        Assert.Equal("2026-04-30", quote["validUntilDate"]!.ToString());
        Assert.Equal("2026-03-20", quote["requestedDeliveryDate"]!.ToString());
        Assert.Equal((await world.SalesQuoteAsync(id))["quotenumber"]!.ToString(), quote["yourReference"]!.ToString());
    }

    [Fact]
    [Trait("Scenario", "QUO-127")]
    [Trait("DocumentError", "Q-08")]
    public async Task An_active_quote_that_was_processed_is_left_alone()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        await world.ProcessAsync();
        var before = Assert.Single(await world.BcQuotesAsync());

        Assert.Empty(await world.ProcessAsync());
        var again = Assert.Single(await world.ProcessAsync(id));

        Assert.Equal((SyncAction.Unchanged, before["number"]!.ToString()), (again.Action, again.BcNo));
        Assert.Contains("already", again.Message, StringComparison.Ordinal);
        Assert.Contains((await world.SalesQuoteAsync(id))["quotenumber"]!.ToString(), again.Message, StringComparison.Ordinal);
        Assert.Equal(before.ToJsonString(), Assert.Single(await world.BcQuotesAsync()).ToJsonString());
    }

    [Fact]
    public async Task Drafts_and_lost_quotes_are_not_processed()
    {
        await using var world = await OrderWorld.OpenAsync();
        var draft = await world.DraftAsync(null, world.BikeLine());

        Assert.Empty(await world.ProcessAsync());
        var result = Assert.Single(await world.ProcessAsync(draft));

        Assert.Equal((SyncAction.Skipped, null), (result.Action, result.Error));
        Assert.Contains("Draft", result.Message, StringComparison.Ordinal);
        Assert.Empty(await world.BcQuotesAsync());
    }

    [Fact]
    public async Task A_quote_of_another_company_is_left_to_that_company()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        await world.Desk.SilentlyAsync("sales", "quotes", new { quoteid = id, _bcbi_companyid_value = Guid.Parse("7c1e0000-0000-4000-8000-000000000001") });

        Assert.Empty(await world.ProcessAsync());
        var result = Assert.Single(await world.ProcessAsync(id));

        Assert.Equal((SyncAction.Skipped, null), (result.Action, result.Error));
        Assert.Empty(await world.BcQuotesAsync());
    }

    [Fact]
    [Trait("DocumentError", "Q-08")]
    public async Task A_quote_whose_partner_was_deleted_is_not_created_again()
    {
        await using var world = await OrderWorld.OpenAsync();
        var id = await world.QuoteAsync(null, world.BikeLine());
        await world.ProcessAsync();
        await world.Desk.DeleteAsync("bc", "salesHeaders", Assert.Single(await world.BcQuotesAsync()).Id("id")!.Value);

        var result = Assert.Single(await world.ProcessAsync(id));

        Assert.Equal(SyncAction.Unchanged, result.Action);
        Assert.Contains("nothing is left to process", result.Message, StringComparison.Ordinal);
        Assert.Contains((await world.SalesQuoteAsync(id))["quotenumber"]!.ToString(), result.Message, StringComparison.Ordinal);
        Assert.Empty(await world.BcQuotesAsync());
    }

    [Fact]
    public async Task Without_the_companion_app_the_quote_is_created_and_what_is_left_out_is_said()
    {
        await using var world = await OrderWorld.OpenAsync(tier: 0);
        await world.QuoteAsync([("effectivefrom", "2026-03-01"), ("effectiveto", "2026-04-30")], world.BikeLine(2, 100m));

        var result = Assert.Single(await world.ProcessAsync());

        Assert.Equal((SyncAction.Created, null), (result.Action, result.Error));
        Assert.Contains("Your Reference", result.Message, StringComparison.Ordinal);
        var quote = Assert.Single(await world.BcQuotesAsync());
        Assert.Equal("2026-04-30", quote["validUntilDate"]!.ToString());
        Assert.Equal(200m, await world.TotalAsync(quote));
    }

    [Fact]
    public async Task A_preview_says_what_would_be_done_and_writes_nothing()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.QuoteAsync(null, world.BikeLine());

        var plan = Assert.Single(await world.ProcessAsync(new DocumentRequest { Preview = true }));

        Assert.Equal(SyncAction.Created, plan.Action);
        Assert.Empty(await world.BcQuotesAsync());
        Assert.Empty(await world.World.Session.GetJobsAsync(new JobQuery { Mapping = "SALESQUOTE-QUOTE" }, default).ToListAsync());
    }
}
