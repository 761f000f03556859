using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>
/// Exchange rates as Sales counts them: units of the currency per unit of the base currency of Sales (spec/mappings.md 3.2).
/// </summary>
internal sealed class ExchangeRates(EndpointPair endpoints)
{
    private const string Table = "currencyExchangeRates";
    private const int Decimals = 10;
    private IReadOnlyDictionary<string, decimal>? factors;

    /// <summary>The rate of a currency; null when Business Central has none for today.</summary>
    public async Task<decimal?> OfAsync(string code, DateOnly today, CancellationToken cancellationToken)
    {
        var baseCode = (await endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).LocalCurrency;
        if (string.Equals(code, baseCode, StringComparison.OrdinalIgnoreCase))
            return 1m;
        factors ??= await LoadAsync(today, cancellationToken).ConfigureAwait(false);
        var local = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).LocalCurrency;
        var own = Factor(code, local);
        var baseFactor = Factor(baseCode, local);
        return own is null || baseFactor is null or 0 ? null : Math.Round(own.Value / baseFactor.Value, Decimals);
    }

    /// <summary>All codes with a rate for the day.</summary>
    public async Task<IReadOnlyCollection<string>> CodesAsync(DateOnly today, CancellationToken cancellationToken)
    {
        factors ??= await LoadAsync(today, cancellationToken).ConfigureAwait(false);
        return [.. factors.Keys];
    }

    private decimal? Factor(string? code, string? local) =>
        code is null || string.Equals(code, local, StringComparison.OrdinalIgnoreCase) ? 1m
        : factors!.TryGetValue(code, out var factor) ? factor : null;

    private async Task<IReadOnlyDictionary<string, decimal>> LoadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var newest = new Dictionary<string, (DateOnly Start, decimal Factor)>(StringComparer.OrdinalIgnoreCase);
        if (await endpoints.BusinessCentral.GetSchemaAsync(Table, cancellationToken).ConfigureAwait(false) is null)
            return new Dictionary<string, decimal>();
        string[] columns = ["currencyCode", "startingDate", "exchangeRateAmount", "relationalExchangeRateAmount"];
        await foreach (var page in endpoints.BusinessCentral.ReadAsync(Table, columns, Filter.All, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in page)
                Take(row, today, newest);
        }

        return newest.ToDictionary(pair => pair.Key, pair => pair.Value.Factor, StringComparer.OrdinalIgnoreCase);
    }

    private static void Take(Record row, DateOnly today, Dictionary<string, (DateOnly Start, decimal Factor)> newest)
    {
        var start = row["startingDate"].Raw as DateOnly? ?? DateOnly.MinValue;
        var amount = row["exchangeRateAmount"].AsNumber() ?? 0;
        var relational = row["relationalExchangeRateAmount"].AsNumber() ?? 0;
        var code = row["currencyCode"].AsText();
        if (code is null || start > today || amount == 0 || relational == 0)
            return;
        if (!newest.TryGetValue(code, out var known) || known.Start <= start)
            newest[code] = (start, amount / relational);
    }

    /// <summary>The failure of a currency without a rate.</summary>
    public static PlanFailure Missing(string code) => new(
        FailureClass.Data,
        "BcSync.Currency.NoExchangeRate",
        string.Create(CultureInfo.InvariantCulture, $"Currency '{code}' has no exchange rate that is valid today."),
        "Enter an exchange rate for the currency in Business Central.");
}
