namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>What users do with currencies and their rates in Business Central.</summary>
internal static class CurrencySteps
{
    /// <summary>Adds a currency of which one unit of local currency buys 0.9.</summary>
    public static async Task AddCurrencyAsync(this SyncWorld world, string code, string name, string symbol)
    {
        await world.Desk.BcAsync("currencies", new { code, displayName = name, symbol });
        await world.EnterRateAsync(code, "2026-01-01", amount: 0.9m, relational: 1m);
    }

    /// <summary>Enters a rate without touching the currency: so much of the currency costs so much local currency.</summary>
    public static async Task EnterRateAsync(this SyncWorld world, string code, string start, decimal amount, decimal relational)
    {
        var entered = (await world.Desk.RowsAsync("bc", "currencyExchangeRates")).Count;
        await world.Desk.SilentlyAsync("bc", "currencyExchangeRates", new
        {
            id = new Guid(entered + 1, 0, 0, new byte[8]),
            currencyCode = code,
            startingDate = start,
            exchangeRateAmount = amount,
            relationalExchangeRateAmount = relational,
        });
    }
}
