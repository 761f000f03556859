using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Engine.Changes.Translating.Prices;

/// <summary>Base units of the items and resources that prices are for.</summary>
internal sealed class PricedBaseUnits(EndpointPair endpoints, MappingSet mappings)
{
    private const string Product = "productid";
    private const string BaseUnit = "baseUnitOfMeasureCode";
    private readonly Dictionary<Guid, string?> known = [];
    private string? productColumn;

    /// <summary>Loads those of the prices' products, those that are not known yet in one request a table.</summary>
    public async Task LoadAsync(PassDefinition pass, IEnumerable<Candidate> prices, CancellationToken cancellationToken)
    {
        var rows = pass.Fields.Where(field => field.Destination.Name == Product && field.Row.LookupMapping is not null).ToArray();
        productColumn = rows.Select(row => row.Source).FirstOrDefault();
        var wanted = prices.Select(ProductOf).OfType<Guid>().Distinct().Where(id => !known.ContainsKey(id)).ToList();
        foreach (var table in rows.Select(row => mappings.Find(row.Row.LookupMapping!)?.BcTable).OfType<string>().Distinct())
        {
            if (wanted.Count == 0)
                return;
            if (await endpoints.BusinessCentral.GetSchemaAsync(table, cancellationToken).ConfigureAwait(false) is null)
                continue;
            foreach (var product in await endpoints.BusinessCentral.ReadByIdAsync(table, [BaseUnit], wanted, cancellationToken)
                .ConfigureAwait(false))
                known[product.Id] = product[BaseUnit].AsText();
            wanted.RemoveAll(known.ContainsKey);
        }
    }

    /// <summary>The base unit of the product of a price; null when it was not loaded or the product has none.</summary>
    public string? Of(Candidate price) => ProductOf(price) is { } id ? known.GetValueOrDefault(id) : null;

    private Guid? ProductOf(Candidate price) => productColumn is null ? null : price.Source[productColumn].AsId();
}
