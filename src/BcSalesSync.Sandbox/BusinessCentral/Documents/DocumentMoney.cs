using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Rounds to a currency's precision and turns amounts into other currencies; a blank code is the local currency.
internal sealed class DocumentMoney(BcSession session)
{
    private const decimal LocalPrecision = 0.01m;
    private const int PriceDecimals = 5;

    public static decimal RoundPrice(decimal price) => Math.Round(price, PriceDecimals, MidpointRounding.AwayFromZero);

    public decimal Round(decimal amount, string currency)
    {
        var precision = currency.Length > 0 && session.FindByKey(CurrencyTable.Table, currency) is { } row
            && (decimal)row[CurrencyTable.RoundingPrecision]! is > 0m and var own ? own : LocalPrecision;
        return Math.Round(amount / precision, 0, MidpointRounding.AwayFromZero) * precision;
    }

    public decimal ToLocal(decimal amount, decimal factor) => Round(factor == 0m ? amount : amount / factor, "");

    // Units of the currency for one of the local currency, by the newest rate not after the date; 0 for the local currency itself.
    public decimal FactorOf(string currency, DateOnly date)
    {
        if (currency.Length == 0)
        {
            return 0m;
        }

        var rate = session.Data(ExchangeRateTable.Table).Index(ExchangeRateTable.Currency).Equal(currency)
            .Where(row => (DateOnly)row[ExchangeRateTable.StartingDate]! <= date)
            .MaxBy(row => (DateOnly)row[ExchangeRateTable.StartingDate]!)
            ?? throw BcException.Refused(
                "Internal_DataNotFoundFilter",
                "There is no Currency Exchange Rate within the filter. "
                + $"Filters: Currency Code: {currency}, Starting Date: ..{date:yyyy-MM-dd}");
        return (decimal)rate[ExchangeRateTable.Amount]! / (decimal)rate[ExchangeRateTable.RelationalAmount]!;
    }
}
