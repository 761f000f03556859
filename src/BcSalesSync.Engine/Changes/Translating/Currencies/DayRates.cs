namespace BcSalesSync.Engine.Changes.Translating.Currencies;

/// <summary>
/// The rates that are valid on one day. Of every currency the newest quote that has begun counts, and no older one stands in for it; a
/// quote in another currency is carried on through that one's own (spec/mappings.md 3.2, spec/wire-bc.md 6). Pure.
/// </summary>
internal sealed class DayRates(DateOnly day, string? localCurrency)
{
    private readonly Dictionary<string, ExchangeQuote> newest = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The day.</summary>
    public DateOnly Day => day;

    /// <summary>Takes a quote into account.</summary>
    public void Add(string code, ExchangeQuote quote)
    {
        if (quote.Start <= day && (!newest.TryGetValue(code, out var known) || known.Start <= quote.Start))
            newest[code] = quote;
    }

    /// <summary>Units of a currency per unit of local currency, or the currency at which the way there breaks off.</summary>
    public (decimal? Factor, string BreaksAt) FactorOf(string code)
    {
        var factor = 1m;
        var passed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (string? next = code; next is not null && !IsLocal(next); next = newest[next].RelationalCode)
        {
            if (!passed.Add(next) || !newest.TryGetValue(next, out var quote) || quote.Factor is not { } link)
                return (null, next);
            if (Product(factor, link) is not { } product)
                return (null, next);
            factor = product;
        }

        return (factor, code);
    }

    private bool IsLocal(string code) => string.Equals(code, localCurrency, StringComparison.OrdinalIgnoreCase);

    private static decimal? Product(decimal left, decimal right)
    {
        try
        {
            return left * right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
