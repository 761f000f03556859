using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes.Translating.Currencies;

/// <summary>
/// Exchange rates as Sales counts them: units of the currency per unit of the base currency of Sales (spec/mappings.md 3.2).
/// Read once a run.
/// </summary>
internal sealed class ExchangeRates(EndpointPair endpoints)
{
    private const string Table = "currencyExchangeRates";
    private const int Decimals = 10;
    private DayRates? rates;

    /// <summary>Rate of a currency on a day, or why it has none.</summary>
    public async Task<Translation> OfAsync(string code, DateOnly day, CancellationToken cancellationToken)
    {
        var baseCode = (await endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).LocalCurrency;
        if (string.Equals(code, baseCode, StringComparison.OrdinalIgnoreCase))
            return Translation.To(FieldValue.Number(1m));
        rates ??= await LoadAsync(day, cancellationToken).ConfigureAwait(false);
        var (own, ownBreaksAt) = rates.FactorOf(code);
        if (own is null)
            return Translation.Failed(Missing(code, ownBreaksAt, $"its rate is given in '{ownBreaksAt}'"));
        var (ofBase, baseBreaksAt) = baseCode is null ? (1m, code) : rates.FactorOf(baseCode);
        if (ofBase is null)
            return Translation.Failed(Missing(code, baseBreaksAt, $"the base currency of Sales, '{baseCode}', leads to '{baseBreaksAt}'"));
        return Math.Round(own.Value / ofBase.Value, Decimals) is var rate and > 0
            ? Translation.To(FieldValue.Number(rate))
            : Translation.Failed(Missing(code, code, string.Empty));
    }

    private PlanFailure Missing(string code, string breaksAt, string way)
    {
        var day = rates!.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new PlanFailure(
            FailureClass.Data,
            "BcSync.Currency.NoExchangeRate",
            string.Equals(code, breaksAt, StringComparison.OrdinalIgnoreCase)
                ? $"Currency '{code}' has no exchange rate that is valid on {day} and leads to the local currency."
                : $"Currency '{code}' has no exchange rate: {way}, which has none that is valid on {day}.",
            $"Enter an exchange rate for currency '{breaksAt}' in Business Central; the record is then taken up with the next run.");
    }

    private async Task<DayRates> LoadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var local = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).LocalCurrency;
        var loaded = new DayRates(day, local);
        if (await endpoints.BusinessCentral.GetSchemaAsync(Table, cancellationToken).ConfigureAwait(false) is null)
            return loaded;
        string[] columns =
            ["currencyCode", "startingDate", "exchangeRateAmount", "relationalCurrencyCode", "relationalExchangeRateAmount"];
        await foreach (var page in endpoints.BusinessCentral.ReadAsync(Table, columns, Filter.All, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in page)
            {
                if (row["currencyCode"].AsText() is { } code)
                    loaded.Add(code, Quote(row));
            }
        }

        return loaded;
    }

    private static ExchangeQuote Quote(Record row) => new(
        row["startingDate"].Raw as DateOnly? ?? DateOnly.MinValue,
        row["exchangeRateAmount"].AsNumber() ?? 0,
        row["relationalCurrencyCode"].AsText(),
        row["relationalExchangeRateAmount"].AsNumber() ?? 0);
}
