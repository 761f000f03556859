using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Currencies;

/// <summary>Rates given in another currency than the local one, which has a rate of its own.</summary>
public sealed class RelationalRateTests
{
    [Fact]
    public async Task A_rate_given_in_another_currency_is_computed_through_that_one()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddCurrencyAsync("USD", "US dollar", "$", amount: 100m, relational: 80m);
        await world.AddCurrencyAsync("ZZA", "Pegged", "Z", amount: 2m, relational: 1m, "USD");

        await world.CreatedAsync("CURRENCY", new RecordSelector { BcNo = "ZZA" }, SystemSide.Sales);

        Assert.Equal(2.5m, await RateAsync(world, "ZZA"));
    }

    [Fact]
    public async Task A_chain_of_rates_is_followed_to_the_local_currency_named_or_blank()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddCurrencyAsync("USD", "US dollar", "$", amount: 100m, relational: 80m, "EUR");
        await world.AddCurrencyAsync("ZZA", "Pegged", "Z", amount: 2m, relational: 1m, "USD");
        await world.AddCurrencyAsync("ZZB", "Pegged to the pegged", "B", amount: 3m, relational: 1m, "ZZA");

        await world.CreatedAsync("CURRENCY", new RecordSelector { BcNo = "ZZB" }, SystemSide.Sales);

        Assert.Equal(7.5m, await RateAsync(world, "ZZB"));
    }

    [Fact]
    public async Task Every_link_takes_its_newest_rate_that_has_begun()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddCurrencyAsync("USD", "US dollar", "$", amount: 100m, relational: 50m);
        await world.AddCurrencyAsync("ZZA", "Pegged", "Z", amount: 9m, relational: 1m);
        await world.EnterRateAsync("USD", "2026-03-02", amount: 100m, relational: 80m);
        await world.EnterRateAsync("USD", "2026-03-03", amount: 100m, relational: 10m);
        await world.EnterRateAsync("ZZA", "2026-02-01", amount: 2m, relational: 1m, "USD");

        await world.CreatedAsync("CURRENCY", new RecordSelector { BcNo = "ZZA" }, SystemSide.Sales);

        Assert.Equal(2.5m, await RateAsync(world, "ZZA"));
    }

    [Fact]
    public async Task A_new_rate_of_the_other_currency_reaches_Sales_for_both()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddCurrencyAsync("USD", "US dollar", "$", amount: 100m, relational: 50m);
        await world.AddCurrencyAsync("ZZA", "Pegged", "Z", amount: 2m, relational: 1m, "USD");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        Assert.Empty(await world.RunAsync("CURRENCY"));

        await world.EnterRateAsync("USD", "2026-03-01", amount: 100m, relational: 80m);
        await world.RunAsync("CURRENCY");

        Assert.Equal((1.25m, 2.5m), (await RateAsync(world, "USD"), await RateAsync(world, "ZZA")));
    }

    [Theory]
    [InlineData("ZZC", "USD", "'USD'", "begins later")]
    [InlineData("ZZC", "NONE", "'NONE'", "is unknown")]
    [InlineData("ZZC", "ZZC", "'ZZC'", "is given in itself")]
    public async Task A_missing_link_fails_its_currency_with_its_name_and_the_date_and_the_others_go_on(
        string code, string inCurrency, string named, string why)
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddCurrencyAsync("ZZA", "Sound", "Z");
        await world.Desk.BcAsync("currencies", new { code = "USD", displayName = "US dollar", symbol = "$" });
        await world.EnterRateAsync("USD", "2026-03-03", amount: 100m, relational: 80m);
        await world.AddCurrencyAsync(code, "Cut off", "C", amount: 2m, relational: 1m, inCurrency);

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY"));

        Assert.True((line.Status, line.Inserted, line.Failed) == (FullSyncStatus.Finished, 1, 2), $"{why}: {line}");
        var errors = await world.Session.GetErrorsAsync(new ErrorQuery { Mapping = "CURRENCY" }, default).ToListAsync();
        var error = Assert.Single(errors, error => error.BcNo == code);
        Assert.Equal(("BcSync.Currency.NoExchangeRate", FailureClass.Data), (error.ErrorId, error.Class));
        Assert.Contains($"'{code}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Contains("2026-03-02", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newest_rate_of_zero_is_no_rate_and_no_older_one_takes_its_place()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddCurrencyAsync("ZZA", "Emptied", "Z");
        await world.EnterRateAsync("ZZA", "2026-02-01", amount: 0m, relational: 1m);

        var outcome = await world.CoupleAsync("CURRENCY", new RecordSelector { BcNo = "ZZA" }, createIn: SystemSide.Sales);

        Assert.Equal("BcSync.Currency.NoExchangeRate", outcome.Error?.ErrorId);
    }

    [Fact]
    public async Task The_base_currency_of_Sales_is_found_by_its_code_whatever_its_symbol_and_through_a_chain_too()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        var setup = Assert.Single(await world.Desk.RowsAsync("bc", "generalLedgerSetup"));
        await world.Desk.SilentlyAsync("bc", "generalLedgerSetup", new { id = setup["id"], localCurrencyCode = "DKK" });
        var baseRow = await world.Desk.FindAsync("sales", "transactioncurrencies", "isocurrencycode", "EUR");
        await world.Desk.SilentlyAsync(
            "sales", "transactioncurrencies", new { transactioncurrencyid = baseRow["transactioncurrencyid"], currencysymbol = "USD" });
        await world.EnterRateAsync("USD", "2026-03-01", amount: 100m, relational: 640m);
        await world.EnterRateAsync("EUR", "2026-03-01", amount: 100m, relational: 125m, "USD");
        await world.ReconnectAsync(statePath: null);
        await world.Session.InitializeAsync(new InitializeRequest(), world.Observer, default).CountAsync();

        await world.CreatedAsync("CURRENCY", new RecordSelector { BcNo = "USD" }, SystemSide.Sales);

        Assert.Equal(1.25m, await RateAsync(world, "USD"));
    }

    [Fact]
    public async Task Without_a_rate_the_local_currency_is_not_added_to_Sales_with_an_invented_one()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        var setup = Assert.Single(await world.Desk.RowsAsync("bc", "generalLedgerSetup"));
        await world.Desk.SilentlyAsync("bc", "generalLedgerSetup", new { id = setup["id"], localCurrencyCode = "DKK" });
        await world.ReconnectAsync(statePath: null);
        await world.Session.InitializeAsync(new InitializeRequest(), world.Observer, default).CountAsync();
        await world.CoupleSalespeopleAsync();

        var outcome = await world.CoupleAsync("CUSTOMER", new RecordSelector { BcNo = "C40000" }, createIn: SystemSide.Sales);

        Assert.Equal("BcSync.Currency.NoExchangeRate", outcome.Error?.ErrorId);
        Assert.Contains("'EUR'", outcome.Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            await world.Desk.RowsAsync("sales", "transactioncurrencies"), row => row["isocurrencycode"]?.ToString() == "DKK");
    }

    private static async Task<decimal> RateAsync(SyncWorld world, string code) =>
        (await world.Desk.FindAsync("sales", "transactioncurrencies", "isocurrencycode", code))["exchangerate"]!.GetValue<decimal>();
}
