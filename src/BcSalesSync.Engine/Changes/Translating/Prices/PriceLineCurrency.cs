using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Prices;

/// <summary>The currency of a price, which must be that of its list in Sales: an amount must not change its currency on the way.</summary>
internal sealed class PriceLineCurrency(EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings, CurrencyCodes currencies)
    : IComputation
{
    private const string Currency = "currencyCode";
    private const string SalesCurrency = "transactioncurrencyid";
    private readonly Dictionary<Guid, FieldValue> byList = [];
    private string? listColumn;

    /// <inheritdoc/>
    public string Name => "PriceLineCurrency";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        listColumn = pass.Mapping.Parent?.BcField;
        var lines = candidates.Where(candidate => !candidate.IsEcho).ToArray();
        if (lines.Length == 0 || pass.Mapping.Parent is not { } parent || mappings.Find(parent.Mapping) is not { } mapping)
            return;
        await currencies.LoadAsync(lines.Select(line => line.Source[Currency]), cancellationToken).ConfigureAwait(false);
        var lists = lines.Select(ListOf).OfType<Guid>().Distinct().Where(id => !byList.ContainsKey(id)).ToArray();
        if (lists.Length == 0)
            return;
        var coupled = await couplings.FindByBcIdAsync(mapping.Family, lists, cancellationToken).ConfigureAwait(false);
        if (coupled.Count == 0)
            return;
        var rows = (await endpoints.Sales
            .ReadByIdAsync(mapping.SalesTable, [SalesCurrency], [.. coupled.Select(coupling => coupling.SalesId)], cancellationToken)
            .ConfigureAwait(false)).ToDictionary(row => row.Id);
        foreach (var coupling in coupled.Where(coupling => rows.ContainsKey(coupling.SalesId)))
            byList[coupling.BcId] = rows[coupling.SalesId][SalesCurrency];
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate)
    {
        var code = candidate.Source[Currency];
        var currency = currencies.Translate(code);
        return currency is { Applies: true, Failure: null } && ListOf(candidate) is { } list
            && byList.GetValueOrDefault(list).AsId() is { } ofList && ofList != currency.Value.AsId()
                ? Translation.Failed(PriceFailures.OtherCurrency(code))
                : currency;
    }

    private Guid? ListOf(Candidate candidate) => listColumn is null ? null : candidate.Source[listColumn].AsId();
}
