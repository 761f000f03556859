using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating.Currencies;
using BcSalesSync.Engine.Changes.Translating.Prices;
using BcSalesSync.Engine.Changes.Translating.Products;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Orders;

/// <summary>
/// The price list of an order that comes from Business Central (spec/documents.md 6.3): that of its currency, or, where prices come from price
/// lists, one of its own. One that is missing is created under an id that follows from its name, so that it comes into being once.
/// </summary>
internal sealed class OrderPriceList(
    EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings, LocalCurrency local, DefaultPriceList standard, bool mayCreate) : IComputation
{
    private const string Table = "pricelevel";
    private const string Currencies = "CURRENCY";
    private readonly Dictionary<Guid, Translation> lists = [];

    /// <inheritdoc/>
    public string Name => "OrderPriceList";

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        foreach (var order in candidates.Where(candidate => candidate is { Coupling: null, Match: null }).Select(candidate => candidate.Source))
        {
            if (pass.SourceFilter.Matches(order) && !lists.ContainsKey(order.Id))
                lists[order.Id] = await ResolveAsync(order, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) => lists.GetValueOrDefault(candidate.Source.Id) ?? Translation.LeaveAlone;

    private async Task<Translation> ResolveAsync(Record order, CancellationToken cancellationToken)
    {
        var code = order["currencyCode"].AsText();
        if (code is null && !mappings.Setup.ExtendedPricing)
            return await standard.GetAsync(cancellationToken).ConfigureAwait(false);
        var currency = await CurrencyAsync(code, cancellationToken).ConfigureAwait(false);
        if (currency.Failure is not null || currency.Value.AsId() is not { } id)
            return currency;
        var (name, key) = mappings.Setup.ExtendedPricing
            ? ($"Business Central Order {order["number"]} Price List", order.Id.ToString("D")) : (NamedPriceList.OfCurrency(code!), code!);
        var (list, missing) = await new NamedPriceList(endpoints)
            .FindAsync(name, key, id, order["currencyFactor"].AsNumber() ?? 0, cancellationToken).ConfigureAwait(false);
        if (missing.Count > 0 && mayCreate)
            await CreateAsync(list, name, missing, cancellationToken).ConfigureAwait(false);
        return missing.Count > 0 && !mayCreate ? Translation.LeaveAlone : Translation.To(FieldValue.Reference(Table, list));
    }

    private async Task<Translation> CurrencyAsync(string? code, CancellationToken cancellationToken)
    {
        if (code is null)
            return await local.GetAsync(cancellationToken).ConfigureAwait(false);
        var coupled = mappings.Find(Currencies) is { } mapping
            ? await couplings.FindByBcNoAsync(mapping.Family, [code], cancellationToken).ConfigureAwait(false) : [];
        return coupled.Count > 0 ? Translation.To(FieldValue.Reference("transactioncurrency", coupled[0].SalesId))
            : MissingReference.Of("currencyCode", FieldValue.Text(code), SystemSide.BusinessCentral, [Currencies]);
    }

    private async Task CreateAsync(
        Guid id, string name, IReadOnlyList<KeyValuePair<string, FieldValue>> values, CancellationToken cancellationToken)
    {
        var write = new RecordWrite { Kind = WriteKind.Create, Id = id, Values = values };
        var outcome = (await endpoints.Sales.WriteAsync(Table, [write], cancellationToken).ConfigureAwait(false))[0];
        if (outcome.Status is not (WriteStatus.Done or WriteStatus.AlreadyExists))
        {
            throw new EndpointException(endpoints.Sales.Side, outcome.Failure ?? new EndpointFailure(
                FailureClass.Transient, outcome.Status.ToString(), $"The price list '{name}' could not be created in Sales."));
        }
    }
}
