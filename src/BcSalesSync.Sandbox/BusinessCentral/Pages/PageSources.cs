using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Clock;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// What pages look up in other tables while they show a row.
internal sealed class PageSources
{
    private readonly DataStore _store;

    public PageSources(DataStore store, SandboxClock clock)
    {
        _store = store;
        Contacts = new ContactSources(store);
        Products = new ProductSources(store);
        Documents = new DocumentSources(store);
        Ledger = new LedgerSources(store, clock);
    }

    public ContactSources Contacts { get; }

    public ProductSources Products { get; }

    public DocumentSources Documents { get; }

    public LedgerSources Ledger { get; }

    public string LocalCurrency => _store[SetupTables.GeneralLedger].Rows.FirstOrDefault()?.Text(SetupTables.LocalCurrency) ?? "";

    // A transaction open at this moment still counts, so the next version is the first one not yet safe to read.
    public long MinimumActiveRowVersion => _store.Counter(BcSession.VersionCounter) + 1;

    public object ShownCurrency(Row row, Column currency) => row.Text(currency) is { Length: > 0 } code ? code : LocalCurrency;

    public IEnumerable<Row> Related(Row row, Column code, Table table) => Find(table, row.Text(code)) is { } related ? [related] : [];

    // A column of the row a code names; nothing where there is none.
    public string TextOf(Table table, string code, Column column) => Find(table, code)?.Text(column) ?? "";

    private Row? Find(Table table, string code) => code.Length == 0 ? null : _store[table].FindBy(table.KeyColumn, code);
}
