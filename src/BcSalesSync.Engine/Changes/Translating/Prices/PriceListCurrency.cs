using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Prices;

/// <summary>
/// The currency of a price list: the one all of its prices are in, or its own while it has none. A price list in Sales has one currency,
/// once and for all (spec/mappings.md 3.4).
/// </summary>
internal sealed class PriceListCurrency(EndpointPair endpoints, MappingSet mappings, CurrencyCodes currencies) : IComputation
{
    private const string Currency = "currencyCode";
    private const string SalesCurrency = "transactioncurrencyid";
    private readonly Dictionary<Guid, HashSet<FieldValue>> codes = [];

    /// <inheritdoc/>
    public string Name => "PriceListCurrency";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        var lists = candidates.Where(candidate => !candidate.IsEcho).ToDictionary(candidate => candidate.Source.Id);
        if (lists.Count == 0)
            return;
        foreach (var id in lists.Keys)
            codes[id] = [];
        if (mappings.ChildrenOf(pass.Mapping).FirstOrDefault() is { Parent: { } parent } lines)
        {
            var pages = new ChildStream(endpoints).ReadAsync(lines, [parent.BcField, Currency], lists.Keys, cancellationToken);
            await foreach (var page in pages.ConfigureAwait(false))
            {
                foreach (var line in page)
                    codes[line[parent.BcField].AsId()!.Value].Add(line[Currency]);
            }
        }

        await currencies.LoadAsync(lists.Values.SelectMany(CodesOf), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate)
    {
        var own = CodesOf(candidate);
        if (own is not [var code])
            return Translation.Failed(PriceFailures.MixedCurrencies(own));
        var currency = currencies.Translate(code);
        return currency is { Applies: true, Failure: null }
            && (candidate.Counterpart ?? candidate.Match)?[SalesCurrency].AsId() is { } now && now != currency.Value.AsId()
                ? Translation.Failed(PriceFailures.CurrencyChanged(code))
                : currency;
    }

    private FieldValue[] CodesOf(Candidate candidate) =>
        codes.GetValueOrDefault(candidate.Source.Id) is { Count: > 0 } found ? [.. found] : [candidate.Source[Currency]];
}
