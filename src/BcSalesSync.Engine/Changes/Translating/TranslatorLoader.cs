using BcSalesSync.Engine.Changes.Translating.Currencies;
using BcSalesSync.Engine.Changes.Translating.Names;
using BcSalesSync.Engine.Changes.Translating.Orders;
using BcSalesSync.Engine.Changes.Translating.Prices;
using BcSalesSync.Engine.Changes.Translating.Products;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>Loads, once a page, what translating its values needs. One loader serves one run, so that tables are read once a run.</summary>
internal sealed class TranslatorLoader
{
    private readonly ReferenceLoader references;
    private readonly OptionTables options;
    private readonly IReadOnlyDictionary<string, IComputation> computations;

    /// <summary>Creates the loader of a run.</summary>
    public TranslatorLoader(
        EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings, IPendingReader pending, TimeProvider clock, bool mayCreate)
    {
        var rates = new ExchangeRates(endpoints);
        var localCurrency = new LocalCurrency(endpoints, rates, clock, mayCreate);
        var units = new SharedUnits(endpoints, mappings, couplings);
        var currencies = new CurrencyCodes(mappings, couplings, localCurrency);
        var names = new NameParts(endpoints);
        var priceList = new DefaultPriceList(endpoints, localCurrency, mayCreate);
        references = new ReferenceLoader(mappings, couplings, localCurrency);
        options = new OptionTables(endpoints, mappings, couplings);
        computations = new IComputation[]
        {
            new FactComputation("Company", endpoints.Sales, facts => FieldValue.Reference("bcbi_company", facts.CompanyId ?? Guid.Empty)),
            new FactComputation(
                "DefaultOwner", endpoints.Sales, facts => FieldValue.Reference("team", facts.DefaultOwningTeamId ?? Guid.Empty)),
            new FactComputation("CurrencyPrecision", endpoints.Sales, facts => FieldValue.Number(facts.CurrencyPrecision)),
            new ExchangeRateComputation(rates, clock),
            new SalespersonCodes(endpoints, pending),
            new NamePartComputation("FirstName", names, name => name.First),
            new NamePartComputation("MiddleName", names, name => name.Middle),
            new NamePartComputation("LastName", names, name => name.Last),
            FullName,
            new CompanyContact(endpoints, mappings, couplings),
            new ContactSalesperson(endpoints, mappings, couplings),
            new LocalCurrencyComputation(localCurrency),
            priceList,
            new OrderPriceList(endpoints, mappings, couplings, localCurrency, priceList, mayCreate),
            new DefaultUnit(units),
            new UnitGroupOfUnit(endpoints, mappings, couplings),
            new UnitAmount(endpoints, mappings),
            ProductStates.ToSales,
            ProductStates.ToBusinessCentral,
            ProductStates.ActiveUnitGroup,
            PriceListState,
            new PriceListCurrency(endpoints, mappings, currencies),
            new PriceLineCurrency(endpoints, mappings, couplings, currencies),
            new PriceLineUnit(endpoints, units, new PricedBaseUnits(endpoints, mappings)),
        }.Concat(OrderComputations.All(endpoints, mappings, couplings, units)).ToDictionary(computation => computation.Name);
        Drift = new DriftCheck(couplings, pending, computations);
    }

    /// <summary>A name as a whole, made up of its parts in Sales.</summary>
    private static RecordComputation FullName { get; } = new(
        "FullName", candidate => Translation.To(FieldValue.Text(PersonName.Of(candidate.Source).Whole)));

    /// <summary>A price list is active in Sales while it is in Business Central.</summary>
    private static RecordComputation PriceListState { get; } = new(
        "PriceListState", candidate => Translation.To(FieldValue.Number(candidate.Source["status"].AsText() is "Active" ? 0 : 1)));

    /// <summary>Tells which records have to be looked at though they did not change.</summary>
    public DriftCheck Drift { get; }

    /// <summary>A translator for the given candidates.</summary>
    public async Task<ITranslator> LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        var loaded = await references.LoadAsync(pass, candidates, cancellationToken).ConfigureAwait(false);
        await options.LoadAsync(pass, candidates, cancellationToken).ConfigureAwait(false);
        foreach (var name in pass.Fields.Select(field => field.Row.Computed).OfType<string>().Distinct())
        {
            if (computations.TryGetValue(name, out var computation))
                await computation.LoadAsync(pass, candidates, cancellationToken).ConfigureAwait(false);
        }

        return new PageTranslator(pass, loaded, options, computations);
    }
}
