using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Seeds;

// Puts Business Central rows of a seed, id and stamps fixed by the seed.
internal sealed class BcRowWriter(DataStore store, UnitOfWork work, DateTimeOffset moment)
{
    public Row Put(Table table, string key, params (Column Column, object Value)[] values)
    {
        var draft = new RowDraft(table, SeedIds.Of($"bc/{table.Name}/{key}"));
        foreach (var (column, value) in values)
        {
            draft[column] = value;
        }

        draft[table.Stamps.CreatedAt] = moment;
        draft[table.Stamps.ModifiedAt] = moment;
        draft[table[BcTable.CreatedBy]] = BcSession.Administrator;
        draft[table[BcTable.ModifiedBy]] = BcSession.Administrator;
        draft[table.Stamps.Version] = store.Next(BcSession.VersionCounter);
        var row = draft.ToRow();
        work.Put(row);
        return row;
    }

    // A row of a table with a code and a name.
    public Row PutCode(Table table, string code, string name) =>
        Put(table, code, (table["code"], code), (table["displayName"], name));
}
