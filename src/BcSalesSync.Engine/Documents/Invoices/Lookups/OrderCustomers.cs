using BcSalesSync.Engine.Changes.Translating;
using BcSalesSync.Engine.Documents.Lookups;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Invoices.Lookups;

/// <summary>Reads what tells the customers of orders.</summary>
internal sealed class OrderCustomers(EngineParts parts, TableSchema invoices)
{
    /// <summary>Contacts, accounts and their couplings.</summary>
    public async Task<DocumentLookups> ReadAsync(IReadOnlyCollection<OrderLink> orders, CancellationToken cancellationToken)
    {
        var customers = orders.Select(link => link.Order["customerid"].Raw).OfType<Lookup>().Distinct().ToArray();
        var contacts = await ReadAsync("contact", ["parentcustomerid"], customers, cancellationToken).ConfigureAwait(false);
        Lookup[] known = [.. customers, .. contacts.Values.Select(contact => contact["parentcustomerid"].Raw).OfType<Lookup>()];
        var accounts = await ReadAsync("account", ["name", "customertypecode"], known, cancellationToken).ConfigureAwait(false);
        return Nothing() with
        {
            Contacts = contacts,
            Accounts = accounts,
            Customers = await new PartnerReader(parts).CouplingsAsync(MasterFamily.Customers, [.. accounts.Keys], cancellationToken)
                .ConfigureAwait(false),
        };
    }

    private DocumentLookups Nothing() => new()
    {
        Currencies = new CurrencyLookup(new Dictionary<Guid, string>(), new HashSet<string>(), null),
        Options = new OptionLookup(invoices, new Dictionary<string, OptionTable>()),
        WriteIn = new WriteInProduct(default, null, null),
    };

    private async Task<IReadOnlyDictionary<Guid, Record>> ReadAsync(
        string table, IReadOnlyList<string> columns, IEnumerable<Lookup> referred, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. referred.Where(lookup => lookup.Table == table).Select(lookup => lookup.Id).Distinct()];
        var rows = ids.Length == 0 ? []
            : await parts.Endpoints.Sales.ReadByIdAsync(table, columns, ids, cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id);
    }
}
