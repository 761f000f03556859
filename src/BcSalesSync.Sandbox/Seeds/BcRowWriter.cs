using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Seeds;

// Puts Business Central rows of a seed, id and stamps fixed by the seed.
internal sealed class BcRowWriter(DataStore store, UnitOfWork work, DateTimeOffset moment)
{
    // One object for all rows: a seed may have a million of them.
    private readonly object _moment = moment;
    private readonly object _user = BcSession.Administrator;

    // The row of this key has the same id in every sandbox; no key, no row.
    public static Guid IdOf(Table table, string key) => key.Length == 0 ? Guid.Empty : SeedIds.Of($"bc/{table.Name}/{key}");

    public Row Put(Table table, string key, params (Column Column, object Value)[] values)
    {
        var draft = new RowDraft(table, IdOf(table, key));
        foreach (var (column, value) in values)
        {
            draft[column] = value;
        }

        draft[table.Stamps.CreatedAt] = _moment;
        draft[table.Stamps.ModifiedAt] = _moment;
        draft[table[BcTable.CreatedBy]] = _user;
        draft[table[BcTable.ModifiedBy]] = _user;
        draft[table.Stamps.Version] = store.Next(BcSession.VersionCounter);
        var row = draft.ToRow();
        work.Put(row);
        return row;
    }

    // A row of a table with a code and a name.
    public Row PutCode(Table table, string code, string name) =>
        Put(table, code, (table["code"], code), (table["displayName"], name));
}
