using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating.Currencies;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Products;

/// <summary>
/// The price list in Sales that follows the prices of items and resources, in the local currency. A list of its name is taken as it is;
/// one that is missing is created under an id that follows from the company, so that it comes into being once (spec/mappings.md 3.4).
/// </summary>
internal sealed class DefaultPriceList(EndpointPair endpoints, LocalCurrency currency, bool mayCreate) : IComputation
{
    /// <summary>Name by which rows of mappings ask for it.</summary>
    public const string RowName = "DefaultPriceList";

    private const string Table = "pricelevel";
    private const string ListName = "name";
    private const string ListCurrency = "transactioncurrencyid";
    private const string Title = "Business Central Default Price List";
    private Translation? known;

    /// <inheritdoc/>
    public string Name => RowName;

    /// <inheritdoc/>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        if (candidates.Any(IsNew))
            await GetAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A reference to the list; empty when it is missing and must not be created.</summary>
    public async Task<Translation> GetAsync(CancellationToken cancellationToken) =>
        known ??= await ResolveAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public Translation Compute(Candidate candidate) =>
        known is null or { Failure: null, Value.IsEmpty: true } ? Translation.LeaveAlone : known;

    private async Task<Translation> ResolveAsync(CancellationToken cancellationToken)
    {
        var bc = await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false);
        var local = await currency.GetAsync(cancellationToken).ConfigureAwait(false);
        if (local.Failure is not null || local.Value.IsEmpty)
            return local;
        var company = bc.CompanyId ?? Guid.Empty;
        var id = DerivedId.For(company, Table, company);
        var second = $"Business Central {bc.LocalCurrency} Default Price List";
        var named = await endpoints.Sales.ReadByValueAsync(
            Table, [ListName, ListCurrency], ListName, [FieldValue.Text(Title), FieldValue.Text(second)], cancellationToken)
            .ConfigureAwait(false);
        var own = named.Any(list => list.Id == id)
            ? named
            : await endpoints.Sales.ReadByIdAsync(Table, [ListName, ListCurrency], [id], cancellationToken).ConfigureAwait(false);
        var found = own.FirstOrDefault(list => list.Id == id)
            ?? named.OrderByDescending(list => list[ListName] == FieldValue.Text(Title)).FirstOrDefault(list => IsIn(list, local.Value));
        if (found is not null)
            return Translation.To(FieldValue.Reference(Table, found.Id));
        return Translation.To(mayCreate
            ? await CreateAsync(id, named.Count == 0 ? Title : second, local.Value, cancellationToken).ConfigureAwait(false)
            : FieldValue.Empty);
    }

    private async Task<FieldValue> CreateAsync(Guid id, string name, FieldValue local, CancellationToken cancellationToken)
    {
        var sales = await endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false);
        var values = new List<KeyValuePair<string, FieldValue>> { new(ListName, FieldValue.Text(name)), new(ListCurrency, local) };
        if (sales.CompanyId is { } row)
            values.Add(new("bcbi_companyid", FieldValue.Reference("bcbi_company", row)));
        var write = new RecordWrite { Kind = WriteKind.Create, Id = id, Values = values };
        var outcome = (await endpoints.Sales.WriteAsync(Table, [write], cancellationToken).ConfigureAwait(false))[0];
        if (outcome.Status is WriteStatus.Done or WriteStatus.AlreadyExists)
            return FieldValue.Reference(Table, id);
        throw new EndpointException(endpoints.Sales.Side, outcome.Failure
            ?? new EndpointFailure(
                FailureClass.Transient, outcome.Status.ToString(), $"The price list '{name}' could not be created in Sales."));
    }

    // Only what is created, restored or completed is given the list.
    private static bool IsNew(Candidate candidate) => candidate is { IsEcho: false }
        and ({ Coupling: null } or { Coupling.Incomplete: true } or { Counterpart: null });

    private static bool IsIn(Record list, FieldValue currency) => list[ListCurrency].AsId() == currency.AsId();
}
