using BcSalesSync.Engine.Changes.Translating.Currencies;
using BcSalesSync.Engine.Changes.Translating.Prices;
using BcSalesSync.Engine.Changes.Translating.Products;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Invoices.Lookups;

/// <summary>
/// Finds the rows of currencies, and the price list of a currency for invoices without an order: the default list for the local one, one named
/// after the currency for another (spec/documents.md 5.2.1).
/// </summary>
internal sealed class CurrencyLinks(EngineParts parts, bool mayCreate)
{
    private readonly LocalCurrency local = new(parts.Endpoints, new ExchangeRates(parts.Endpoints), parts.Clock, mayCreate);

    /// <summary>Rows of currencies by code, the local one under a blank code.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> CurrenciesAsync(IEnumerable<string> codes, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
        if ((await local.GetAsync(cancellationToken).ConfigureAwait(false)).Value.AsId() is { } row)
            found[string.Empty] = row;
        string[] foreign = [.. codes.Where(code => code.Length > 0).Distinct()];
        if (foreign.Length == 0)
            return found;
        var couplings = await parts.State.Couplings.FindByBcNoAsync(MasterFamily.Currencies, foreign, cancellationToken).ConfigureAwait(false);
        foreach (var coupling in couplings)
            found[coupling.BcNo!] = coupling.SalesId;
        return found;
    }

    /// <summary>Price lists by code of the currency; one that is missing is described, to be created when an invoice needs it.</summary>
    /// <param name="invoices">Invoices without an order, by code of their currency.</param>
    /// <param name="currencies">Rows of currencies.</param>
    /// <param name="cancellationToken">Takes effect between requests.</param>
    public async Task<IReadOnlyDictionary<string, PriceList>> PriceListsAsync(
        ILookup<string, BcInvoice> invoices, IReadOnlyDictionary<string, Guid> currencies, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, PriceList>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in invoices)
        {
            if (group.Key.Length > 0 && currencies.TryGetValue(group.Key, out var currency))
                found[group.Key] = await ForeignAsync(group.Key, currency, Rate(group.First()), cancellationToken).ConfigureAwait(false);
            else if (group.Key.Length == 0 && await DefaultAsync(cancellationToken).ConfigureAwait(false) is { } list)
                found[string.Empty] = list;
        }

        return found;
    }

    private static decimal Rate(BcInvoice invoice) => invoice.Amount("currencyFactor");

    private async Task<PriceList?> DefaultAsync(CancellationToken cancellationToken) =>
        (await new DefaultPriceList(parts.Endpoints, local, mayCreate).GetAsync(cancellationToken).ConfigureAwait(false)).Value.AsId() is { } id
            ? new PriceList(id) : null;

    private async Task<PriceList> ForeignAsync(string code, Guid currency, decimal rate, CancellationToken cancellationToken)
    {
        var (id, missing) = await new NamedPriceList(parts.Endpoints)
            .FindAsync(NamedPriceList.OfCurrency(code), code, currency, rate, cancellationToken).ConfigureAwait(false);
        return new PriceList(id) { Missing = missing };
    }
}
