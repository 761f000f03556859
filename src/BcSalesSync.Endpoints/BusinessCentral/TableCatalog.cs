using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral.Metadata;
using BcSalesSync.Endpoints.BusinessCentral.Reading;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral;

/// <summary>Facts and tables of the connection, read once. The companion goes before API v2.0 where both offer a table.</summary>
internal sealed class TableCatalog : IDisposable
{
    private readonly BcApi api;
    private readonly Discovery discovery;
    private readonly Remembered<Company> company;
    private readonly Remembered<EndpointFacts> facts;
    private readonly Remembered<IReadOnlyDictionary<string, BcTable>> tables;

    public TableCatalog(BcApi api)
    {
        this.api = api;
        discovery = new Discovery(api);
        company = new Remembered<Company>(discovery.FindCompanyAsync);
        facts = new Remembered<EndpointFacts>(ReadFactsAsync);
        tables = new Remembered<IReadOnlyDictionary<string, BcTable>>(ReadTablesAsync);
    }

    public Task<EndpointFacts> GetFactsAsync(CancellationToken cancellationToken) => facts.GetAsync(cancellationToken);

    public async Task<BcTable?> FindAsync(string table, CancellationToken cancellationToken) =>
        (await tables.GetAsync(cancellationToken)).GetValueOrDefault(table);

    /// <summary>Names of all tables.</summary>
    public async Task<IReadOnlyList<string>> GetNamesAsync(CancellationToken cancellationToken) =>
        [.. (await tables.GetAsync(cancellationToken)).Keys.Order(StringComparer.Ordinal)];

    /// <summary>A table that must be there.</summary>
    /// <exception cref="EndpointException">The connection does not offer it.</exception>
    public async Task<BcTable> RequireAsync(string table, CancellationToken cancellationToken) =>
        await FindAsync(table, cancellationToken) ?? throw new EndpointException(SystemSide.BusinessCentral, Missing(table));

    /// <summary>Says that the connection does not offer a table.</summary>
    public static EndpointFailure Missing(string table) => new(
        FailureClass.Capability,
        BcFailureRules.UnknownSegment,
        $"This connection to Business Central does not offer the table '{table}'.");

    /// <summary>The row version below which everything is settled, as of now; null without companion.</summary>
    public async Task<long?> ReadMinimumActiveRowVersionAsync(CancellationToken cancellationToken)
    {
        if ((await facts.GetAsync(cancellationToken)).Tier < 2)
            return null;
        var capabilities = await discovery.ReadCapabilitiesAsync(await company.GetAsync(cancellationToken), cancellationToken);
        return capabilities?.MinimumActiveRowVersion;
    }

    public void Dispose()
    {
        company.Dispose();
        facts.Dispose();
        tables.Dispose();
    }

    private async Task<EndpointFacts> ReadFactsAsync(CancellationToken cancellationToken)
    {
        var chosen = await company.GetAsync(cancellationToken);
        var capabilities = await discovery.ReadCapabilitiesAsync(chosen, cancellationToken);
        return new EndpointFacts
        {
            Tier = capabilities is null ? 0 : 2,
            Version = chosen.Version,
            Identity = CompanyIdentity.Of(chosen, api.Standard),
            CompanyId = chosen.Id,
            CompanyName = chosen.Name,
            LocalCurrency = capabilities?.LocalCurrency ?? await discovery.ReadLocalCurrencyAsync(chosen, cancellationToken),
        };
    }

    private async Task<IReadOnlyDictionary<string, BcTable>> ReadTablesAsync(CancellationToken cancellationToken)
    {
        var known = await facts.GetAsync(cancellationToken);
        var chosen = await company.GetAsync(cancellationToken);
        var found = new Dictionary<string, BcTable>(StringComparer.Ordinal);
        foreach (var set in (await discovery.ReadMetadataAsync(api.Standard, cancellationToken)).Values)
            found[set.Name] = Build(set, api.Standard, chosen, isCompanion: false, known);
        if (known.Tier < 2)
            return WithBorrowedColumns(found);
        foreach (var set in (await discovery.ReadMetadataAsync(api.Companion, cancellationToken)).Values)
            found[set.Name] = Build(set, api.Companion, chosen, isCompanion: true, known);
        return found;
    }

    private static Dictionary<string, BcTable> WithBorrowedColumns(Dictionary<string, BcTable> tables)
    {
        foreach (var group in BorrowedColumn.Known.GroupBy(column => column.Table))
        {
            if (!tables.TryGetValue(group.Key, out var table))
                continue;
            var offered = group.Where(column => tables.ContainsKey(column.Source));
            var borrowed = offered.Where(column => !table.Schema.Columns.ContainsKey(column.Name)).ToList();
            var columns = table.Schema.Columns.Values.Concat(borrowed.Select(column => column.Schema)).ToDictionary(column => column.Name);
            tables[group.Key] = table with { Schema = table.Schema with { Columns = columns }, Borrowed = borrowed };
        }

        return tables;
    }

    private static BcTable Build(MetadataSet set, Uri root, Company company, bool isCompanion, EndpointFacts facts)
    {
        var columns = set.Columns
            .Select(column => column.Name == "id" && !isCompanion ? column with { CanCreate = false } : column)
            .ToDictionary(column => column.Name, StringComparer.Ordinal);
        var schema = new TableSchema
        {
            Name = set.Name,
            Columns = columns,
            NumberColumn = First("number", "code"),
            NameColumn = First("displayName", "name", "description"),
            TracksChanges = isCompanion,
            AcceptsClientIds = columns.TryGetValue("id", out var id) && id.CanCreate,
        };
        var path = set.Name == "companies" ? set.Name : $"{company.Path}/{set.Name}";
        return new BcTable(schema, root, path, isCompanion, set.Name == "companyInformation" ? null : facts.LocalCurrency);

        string? First(params string[] names) => Array.Find(names, columns.ContainsKey);
    }
}
