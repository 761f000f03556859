using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating;
using BcSalesSync.Engine.Documents.Building;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Lookups;

/// <summary>Reads what a page of documents refers to. What belongs to the set-up is read once for all pages.</summary>
internal sealed class DocumentLookupLoader(EngineParts parts, MappingSet mappings, DocumentShape shape, BcDocumentForm form)
{
    private static readonly string[] OptionSources = ["paymentTerms", "shipmentMethods", "shippingAgents"];
    private readonly DocumentSetup setup = new(parts, mappings);
    private readonly PartnerReader partners = new(parts);
    private OptionLookup? options;
    private string? local;

    /// <summary>Reads what the documents need.</summary>
    public async Task<DocumentLookups> LoadAsync(IReadOnlyList<SalesDocument> documents, CancellationToken cancellationToken)
    {
        var lines = documents.SelectMany(document => document.Lines).ToArray();
        var contacts = await ReadAsync("contact", ["parentcustomerid"], Referred(documents, "customerid", "contact"), cancellationToken)
            .ConfigureAwait(false);
        var accountIds = Referred(documents, "customerid", "account")
            .Concat(contacts.Values.Select(contact => contact["parentcustomerid"]).Where(parent => IsIn(parent, "account")).Select(Id)).ToArray();
        var products = await ReadAsync(
            "product", ["name", "productnumber", "statecode", "producttypecode"], Ids(lines, "productid"), cancellationToken).ConfigureAwait(false);
        var hasUnits = mappings.Setup.UnitGroupMapping;
        var customers = await partners.CouplingsAsync(MasterFamily.Customers, accountIds, cancellationToken).ConfigureAwait(false);
        var items = await partners.ProductsAsync(MasterFamily.Items, "items", products.Keys, cancellationToken).ConfigureAwait(false);
        Guid[] taxed = items.Values.Any(item => item.Record?["priceIncludesTax"].Raw is true)
            ? [.. customers.Values.Select(customer => customer.BcId).Distinct()] : [];
        return new DocumentLookups
        {
            Contacts = contacts,
            Accounts = await ReadAsync("account", ["name", "customertypecode"], accountIds, cancellationToken).ConfigureAwait(false),
            Customers = customers,
            Products = products,
            Items = items,
            TaxGroups = await partners.TaxGroupsAsync(taxed, cancellationToken).ConfigureAwait(false),
            Resources = await partners.ProductsAsync(MasterFamily.Resources, "resources", products.Keys, cancellationToken).ConfigureAwait(false),
            HasUnits = hasUnits,
            ItemUnits = await UnitsAsync(MasterFamily.ItemUnits, "itemUnitsOfMeasure").ConfigureAwait(false),
            ResourceUnits = await UnitsAsync(MasterFamily.ResourceUnits, "resourceUnitsOfMeasure").ConfigureAwait(false),
            UnitNames = await UnitNamesAsync(hasUnits ? Ids(lines, "uomid") : [], cancellationToken).ConfigureAwait(false),
            Currencies = await CurrenciesAsync(documents, cancellationToken).ConfigureAwait(false),
            Options = options ??= await ReadOptionsAsync(cancellationToken).ConfigureAwait(false),
            WriteIn = await setup.WriteInAsync(cancellationToken).ConfigureAwait(false),
            FreightAccount = await setup.FreightAccountAsync(cancellationToken).ConfigureAwait(false),
            Quotes = await partners.QuotesAsync(Ids(documents, "quoteid"), form.Headers.Name, cancellationToken).ConfigureAwait(false),
        };

        Task<IReadOnlyDictionary<Guid, UnitPartner>> UnitsAsync(string family, string table) =>
            partners.UnitsAsync(family, table, hasUnits ? Ids(lines, "uomid") : [], cancellationToken);
    }

    private static Guid Id(FieldValue value) => value.AsId()!.Value;

    private static bool IsIn(FieldValue value, string table) => value.Raw is Lookup lookup && lookup.Table == table;

    private static Guid[] Ids(IEnumerable<Record> records, string column) =>
        [.. records.Select(record => record[column].AsId()).OfType<Guid>().Distinct()];

    private static Guid[] Ids(IEnumerable<SalesDocument> documents, string column) => Ids(documents.Select(document => document.Header), column);

    private static Guid[] Referred(IEnumerable<SalesDocument> documents, string column, string table) =>
        [.. documents.Select(document => document.Header[column]).Where(value => IsIn(value, table)).Select(Id).Distinct()];

    private async Task<IReadOnlyDictionary<Guid, Record>> ReadAsync(
        string table, IReadOnlyList<string> columns, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return new Dictionary<Guid, Record>();
        var rows = await parts.Endpoints.Sales.ReadByIdAsync(table, columns, ids, cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id);
    }

    private async Task<IReadOnlyDictionary<Guid, string>> UnitNamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        (await ReadAsync("uom", ["name"], ids, cancellationToken).ConfigureAwait(false))
            .ToDictionary(unit => unit.Key, unit => unit.Value["name"].ToString());

    private async Task<CurrencyLookup> CurrenciesAsync(IReadOnlyList<SalesDocument> documents, CancellationToken cancellationToken)
    {
        local ??= (await parts.Endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).LocalCurrency ?? string.Empty;
        var rows = await ReadAsync(
            "transactioncurrency", ["isocurrencycode"], Ids(documents, "transactioncurrencyid"), cancellationToken).ConfigureAwait(false);
        var codes = rows.ToDictionary(row => row.Key, row => row.Value["isocurrencycode"].ToString().Trim());
        FieldValue[] foreign =
        [
            .. codes.Values.Where(code => !string.Equals(code, local, StringComparison.OrdinalIgnoreCase)).Distinct().Select(FieldValue.Text),
        ];
        var known = foreign.Length == 0 ? [] : await parts.Endpoints.BusinessCentral
            .ReadByValueAsync("currencies", ["code"], "code", foreign, cancellationToken).ConfigureAwait(false);
        return new CurrencyLookup(
            codes, known.Select(row => row["code"].ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase), local.Length == 0 ? null : local);
    }

    private async Task<OptionLookup> ReadOptionsAsync(CancellationToken cancellationToken)
    {
        var reader = new OptionTableReader(parts.Endpoints, mappings, parts.State.Couplings);
        var tables = new Dictionary<string, OptionTable>();
        foreach (var name in OptionSources)
        {
            if (await reader.ReadAsync(name, cancellationToken).ConfigureAwait(false) is { } table)
                tables[name] = table;
        }

        var document = await parts.Endpoints.Sales.GetSchemaAsync(shape.Table, cancellationToken).ConfigureAwait(false)
            ?? throw new SyncException(DocumentErrors.TableMissing(parts.Clock.GetUtcNow(), shape.Table));
        return new OptionLookup(document, tables);
    }
}
