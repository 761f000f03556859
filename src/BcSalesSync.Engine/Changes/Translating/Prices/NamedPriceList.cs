using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating.Prices;

/// <summary>Finds price lists of Sales by their names, or says what one that is missing is created with (spec/documents.md 5.2.1, 6.3).</summary>
internal sealed class NamedPriceList(EndpointPair endpoints)
{
    private const string Table = "pricelevel";
    private const string Currency = "transactioncurrencyid";

    /// <summary>Name of the list of a currency.</summary>
    public static string OfCurrency(string code) => $"Price List in {code}";

    /// <summary>The id of the list, and the columns to create it with; none when it is there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="key">What its id follows from.</param>
    /// <param name="currency">Row of its currency.</param>
    /// <param name="rate">Exchange rate; 0 to give none.</param>
    /// <param name="cancellationToken">Takes effect between requests.</param>
    public async Task<(Guid Id, IReadOnlyList<KeyValuePair<string, FieldValue>> Missing)> FindAsync(
        string name, string key, Guid currency, decimal rate, CancellationToken cancellationToken)
    {
        var title = FieldValue.Text(name);
        var rows = await endpoints.Sales.ReadByValueAsync(Table, ["name", Currency], "name", [title], cancellationToken).ConfigureAwait(false);
        if (rows.FirstOrDefault(row => row[Currency].AsId() == currency) is { } there)
            return (there.Id, []);
        var company = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var schema = await endpoints.Sales.GetSchemaAsync(Table, cancellationToken).ConfigureAwait(false);
        var ours = (await endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId;
        var values = new List<KeyValuePair<string, FieldValue>>
        {
            new("name", title), new(Currency, FieldValue.Reference("transactioncurrency", currency)),
        };
        if (rate > 0 && schema?.Columns.GetValueOrDefault("exchangerate") is { CanCreate: true })
            values.Add(new("exchangerate", FieldValue.Number(rate)));
        if (ours is { } row && schema?.Columns.ContainsKey("bcbi_companyid") is true)
            values.Add(new("bcbi_companyid", FieldValue.Reference("bcbi_company", row)));
        return (DerivedId.For(company, $"{Table}/{key}", company), values);
    }
}
