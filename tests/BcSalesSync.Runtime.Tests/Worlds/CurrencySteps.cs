namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>What users do with currencies and their rates in Business Central.</summary>
internal static class CurrencySteps
{
    /// <summary>Adds a currency with a rate; unless told otherwise, one unit of local currency buys 0.9 of it.</summary>
    public static async Task AddCurrencyAsync(
        this SyncWorld world, string code, string name, string symbol, decimal amount = 0.9m, decimal relational = 1m,
            string inCurrency = "")
    {
        await world.Desk.BcAsync("currencies", new { code, displayName = name, symbol });
        await world.EnterRateAsync(code, "2026-01-01", amount, relational, inCurrency);
    }

    /// <summary>Enters a rate without touching the currency: so much of it costs so much local currency, or of another one.</summary>
    public static async Task EnterRateAsync(
        this SyncWorld world, string code, string start, decimal amount, decimal relational, string inCurrency = "")
    {
        var entered = (await world.Desk.RowsAsync("bc", "currencyExchangeRates")).Count;
        await world.Desk.SilentlyAsync("bc", "currencyExchangeRates", new
        {
            id = new Guid(entered + 1, 0, 0, new byte[8]),
            currencyCode = code,
            startingDate = start,
            exchangeRateAmount = amount,
            relationalCurrencyCode = inCurrency,
            relationalExchangeRateAmount = relational,
        });
    }
}
