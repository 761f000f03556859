using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes.Translating;
using BcSalesSync.Engine.Documents.Invoices.Reading;
using BcSalesSync.Engine.Documents.Lookups;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Invoices.Lookups;

/// <summary>Reads what a page of invoices refers to. What belongs to the set-up is read once for all pages.</summary>
/// <param name="parts">What the engine works with.</param>
/// <param name="mappings">The mappings.</param>
/// <param name="sending">Sends what is not in Sales yet; null to take things as they are.</param>
/// <param name="isPreview">True to write nothing.</param>
internal sealed class InvoiceLookupLoader(EngineParts parts, MappingSet mappings, PartnerSending? sending, bool isPreview)
{
    private static readonly string[] OptionSources = ["paymentTerms", "shippingAgents"];

    private readonly DocumentSetup setup = new(parts, mappings);
    private readonly ProductLinks products = new(parts, mappings, sending);
    private readonly CurrencyLinks currencies = new(parts, !isPreview);
    private InvoiceLookups? common;

    /// <summary>Reads what the invoices need.</summary>
    /// <param name="invoices">The invoices.</param>
    /// <param name="orders">Their orders.</param>
    /// <param name="cancellationToken">Takes effect between requests.</param>
    public async Task<InvoiceLookups> LoadAsync(
        IReadOnlyList<BcInvoice> invoices, IReadOnlyDictionary<Guid, OrderLink> orders, CancellationToken cancellationToken)
    {
        common ??= await CommonAsync(cancellationToken).ConfigureAwait(false);
        var lookups = common;
        BcInvoice[] free = [.. invoices.Where(invoice => !orders.ContainsKey(invoice.Id))];
        var rows = await currencies.CurrenciesAsync(invoices.Select(invoice => lookups.CurrencyOf(invoice.Header)), cancellationToken)
            .ConfigureAwait(false);
        lookups = await WithCustomersAsync(lookups, free, cancellationToken).ConfigureAwait(false);
        return lookups with
        {
            Orders = orders,
            OrderCustomers = await new OrderCustomers(parts, common.Headers).ReadAsync([.. orders.Values], cancellationToken).ConfigureAwait(false),
            Items = await products.FindAsync(ProductKind.Item, invoices, cancellationToken).ConfigureAwait(false)
                ?? new Dictionary<string, InvoiceProduct>(),
            Resources = await products.FindAsync(ProductKind.Resource, invoices, cancellationToken).ConfigureAwait(false),
            Currencies = rows,
            PriceLists = await currencies.PriceListsAsync(
                free.ToLookup(invoice => lookups.CurrencyOf(invoice.Header)), rows, cancellationToken).ConfigureAwait(false),
            Salespeople = await SalespeopleAsync(invoices, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<InvoiceLookups> CommonAsync(CancellationToken cancellationToken)
    {
        var sales = parts.Endpoints.Sales;
        var facts = await sales.GetFactsAsync(cancellationToken).ConfigureAwait(false);
        var headers = await SchemaAsync("invoice", cancellationToken).ConfigureAwait(false);
        var options = new Dictionary<string, OptionTable>();
        var reader = new OptionTableReader(parts.Endpoints, mappings, parts.State.Couplings);
        foreach (var name in OptionSources)
        {
            if (await reader.ReadAsync(name, cancellationToken).ConfigureAwait(false) is { } table)
                options[name] = table;
        }

        var terms = await CodesAsync("paymentTerms", "code", cancellationToken).ConfigureAwait(false);
        return new InvoiceLookups
        {
            Setup = mappings.Setup,
            IsPreview = isPreview,
            Headers = headers,
            Lines = await SchemaAsync("invoicedetail", cancellationToken).ConfigureAwait(false),
            Company = facts.CompanyId,
            Team = facts.DefaultOwningTeamId,
            OrderCustomers = await new OrderCustomers(parts, headers).ReadAsync([], cancellationToken).ConfigureAwait(false),
            WriteIn = await setup.WriteInAsync(cancellationToken).ConfigureAwait(false),
            Options = options,
            TermsCodes = terms.Where(pair => Guid.TryParse(pair.Key, out _)).ToDictionary(pair => Guid.Parse(pair.Key), pair => pair.Value),
            ShipmentMethods = await CodesAsync("shipmentMethods", "displayName", cancellationToken).ConfigureAwait(false),
            LocalCurrency = (await parts.Endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).LocalCurrency,
        };
    }

    private async Task<TableSchema> SchemaAsync(string table, CancellationToken cancellationToken) =>
        await parts.Endpoints.Sales.GetSchemaAsync(table, cancellationToken).ConfigureAwait(false)
            ?? throw new SyncException(DocumentErrors.TableMissing(parts.Clock.GetUtcNow(), table));

    // A column of each row of a small table, by code and by SystemId.
    private async Task<Dictionary<string, string>> CodesAsync(string table, string column, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var system = parts.Endpoints.BusinessCentral;
        if (await system.GetSchemaAsync(table, cancellationToken).ConfigureAwait(false) is null)
            return found;
        string[] columns = [.. new[] { "code", column }.Distinct()];
        await foreach (var page in system.ReadAsync(table, columns, Filter.All, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in page)
                found[row["code"].ToString()] = found[row.Id.ToString()] = row[column].ToString();
        }

        return found;
    }

    private async Task<InvoiceLookups> WithCustomersAsync(InvoiceLookups lookups, BcInvoice[] invoices, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. invoices.Select(invoice => invoice.Header["customerId"].AsId()).OfType<Guid>().Distinct()];
        if (ids.Length == 0)
            return lookups;
        var coupled = await CoupledAsync().ConfigureAwait(false);
        Guid[] fresh = [.. ids.Where(id => !coupled.ContainsKey(id))];
        if (sending?.Find(MasterFamily.CustomerMapping) is not { } mapping || fresh.Length == 0)
            return lookups with { Customers = coupled };
        var errors = await sending!.SendAsync(mapping, fresh, cancellationToken).ConfigureAwait(false);
        return lookups with
        {
            Customers = await CoupledAsync().ConfigureAwait(false),
            CustomerErrors = errors,
            CustomersSentFirst = fresh.ToHashSet(),
        };

        async Task<Dictionary<Guid, Ports.State.CouplingState>> CoupledAsync() =>
            (await parts.State.Couplings.FindByBcIdAsync(MasterFamily.Customers, ids, cancellationToken).ConfigureAwait(false))
                .ToDictionary(coupling => coupling.BcId);
    }

    private async Task<IReadOnlyDictionary<string, Guid>> SalespeopleAsync(
        IReadOnlyList<BcInvoice> invoices, CancellationToken cancellationToken)
    {
        string[] codes = [.. invoices.Select(invoice => invoice.Header["salesperson"].AsText()).OfType<string>().Distinct()];
        if (mappings.Setup.OwnershipModel is not OwnershipModel.Person || codes.Length == 0)
            return new Dictionary<string, Guid>();
        var couplings = await parts.State.Couplings.FindByBcNoAsync(MasterFamily.Salespeople, codes, cancellationToken).ConfigureAwait(false);
        return couplings.GroupBy(coupling => coupling.BcNo!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().SalesId, StringComparer.OrdinalIgnoreCase);
    }
}
