using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Lookups;

/// <summary>Finds the coupled records of Business Central, and whether they are still there.</summary>
internal sealed class PartnerReader(EngineParts parts)
{
    // What tells that the price of an item includes tax, and whose.
    private static readonly string[] Taxed = ["priceIncludesTax", "vatBusPostingGroupPrice", "priceTaxPercent"];

    /// <summary>Couplings by row id.</summary>
    public async Task<IReadOnlyDictionary<Guid, CouplingState>> CouplingsAsync(
        string family, IReadOnlyCollection<Guid> salesIds, CancellationToken cancellationToken)
    {
        var found = salesIds.Count == 0 ? []
            : await parts.State.Couplings.FindBySalesIdAsync(family, salesIds, cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(coupling => coupling.SalesId);
    }

    /// <summary>Coupled items or resources by product id.</summary>
    public async Task<IReadOnlyDictionary<Guid, ProductPartner>> ProductsAsync(
        string family, string table, IEnumerable<Guid> products, CancellationToken cancellationToken)
    {
        var taxed = Taxed.Where(((await parts.Endpoints.BusinessCentral.GetSchemaAsync(table, cancellationToken).ConfigureAwait(false))?.Columns
            ?? new Dictionary<string, ColumnSchema>()).ContainsKey);
        var (couplings, records) = await FindAsync(
            family, table, ["number", NameColumn(table), .. taxed], [.. products], cancellationToken).ConfigureAwait(false);
        return couplings.ToDictionary(pair => pair.Key, pair => new ProductPartner(pair.Value, records.GetValueOrDefault(pair.Value.BcId), NameColumn(table)));
    }

    // Items and resources call it differently.
    private static string NameColumn(string table) => table == "resources" ? "name" : "displayName";

    /// <summary>Groups by which customers are taxed, by the customer's id; empty where Business Central does not tell.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> TaxGroupsAsync(IReadOnlyCollection<Guid> customers, CancellationToken cancellationToken)
    {
        const string Table = "customers";
        const string Group = "vatBusPostingGroup";
        var system = parts.Endpoints.BusinessCentral;
        var knows = (await system.GetSchemaAsync(Table, cancellationToken).ConfigureAwait(false))?.Columns.ContainsKey(Group) is true;
        var rows = customers.Count == 0 || !knows ? []
            : await system.ReadByIdAsync(Table, [Group], customers, cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id, row => row[Group].ToString());
    }

    /// <summary>Coupled units by unit id.</summary>
    public async Task<IReadOnlyDictionary<Guid, UnitPartner>> UnitsAsync(
        string family, string table, IReadOnlyCollection<Guid> units, CancellationToken cancellationToken)
    {
        var (couplings, records) = await FindAsync(family, table, ["code"], units, cancellationToken).ConfigureAwait(false);
        return couplings.ToDictionary(pair => pair.Key, pair => new UnitPartner(records.GetValueOrDefault(pair.Value.BcId)));
    }

    /// <summary>Coupled quotes that are there, by the id of the quote in Sales.</summary>
    public async Task<IReadOnlyDictionary<Guid, Record>> QuotesAsync(
        IReadOnlyCollection<Guid> quotes, string table, CancellationToken cancellationToken)
    {
        var (couplings, records) = await FindAsync(DocumentFamily.Quotes, table, ["number"], quotes, cancellationToken).ConfigureAwait(false);
        return couplings.Where(pair => records.ContainsKey(pair.Value.BcId)).ToDictionary(pair => pair.Key, pair => records[pair.Value.BcId]);
    }

    private async Task<(IReadOnlyDictionary<Guid, CouplingState> Couplings, IReadOnlyDictionary<Guid, Record> Records)> FindAsync(
        string family, string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> salesIds, CancellationToken cancellationToken)
    {
        var couplings = await CouplingsAsync(family, salesIds, cancellationToken).ConfigureAwait(false);
        if (couplings.Count == 0)
            return (couplings, new Dictionary<Guid, Record>());
        var ids = couplings.Values.Select(coupling => coupling.BcId).ToArray();
        var rows = await parts.Endpoints.On(SystemSide.BusinessCentral).ReadByIdAsync(table, columns, ids, cancellationToken).ConfigureAwait(false);
        return (couplings, rows.ToDictionary(row => row.Id));
    }
}
