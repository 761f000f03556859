using System.Globalization;
using System.Net;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Seeds;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Someone working in Business Central: the integration through the API, or a person.
internal sealed class BcSession(SandboxWorld world, UnitOfWork work, bool isPerson)
{
    public const string VersionCounter = "bc.rowversion";

    private const string IdCounter = "bc.id";

    public static Guid IntegrationUser { get; } = SeedIds.Of("bc/User/INTEGRATION");

    public static Guid Administrator { get; } = SeedIds.Of("bc/User/ADMIN");

    public bool IsPerson { get; } = isPerson;

    public DateTimeOffset Now => world.Clock.BcNow;

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public string LocalCurrency => Rows(SetupTables.GeneralLedger).FirstOrDefault()?.Text(SetupTables.LocalCurrency) ?? "";

    public TableData Data(Table table) => world.Store[table];

    public IEnumerable<Row> Rows(Table table) => world.Store[table].Rows;

    public Row? FindByKey(Table table, string key) => world.Store[table].FindBy(table.KeyColumn, key);

    public Guid NewId() => SeedIds.Of("bc/new/" + world.Store.Next(IdCounter).ToString(CultureInfo.InvariantCulture));

    // The next value of a counter: entry numbers and the like.
    public long NextOf(string counter) => world.Store.Next(counter);

    // The next free number of a series: prefix and six digits.
    public string NextNumber(string series, string prefix, Table table)
    {
        while (true)
        {
            var number = prefix + world.Store.Next(series).ToString("000000", CultureInfo.InvariantCulture);
            if (FindByKey(table, number) is null)
            {
                return number;
            }
        }
    }

    // Stamps the row and stores it.
    public Row Save(RowDraft draft)
    {
        var user = IsPerson ? Administrator : IntegrationUser;
        var now = Now;
        if (draft.IsNew)
        {
            draft[draft.Table.Stamps.CreatedAt] = now;
            draft[draft.Table[BcTable.CreatedBy]] = user;
        }

        draft[draft.Table.Stamps.ModifiedAt] = now;
        draft[draft.Table[BcTable.ModifiedBy]] = user;
        draft[draft.Table.Stamps.Version] = world.Store.Next(VersionCounter);
        var row = draft.ToRow();
        if (world.Faults.TakeForRow("bc", draft.Table.Set, row) is { } rule)
        {
            throw new BcException(
                (HttpStatusCode)(rule.Status ?? 400), rule.Code ?? "Application_DialogException",
                rule.Message ?? "The record was refused.");
        }

        work.Put(row);
        return row;
    }

    // The companion's log names the record; relations and buffers are no records of their own.
    public void Remove(Row row)
    {
        work.Delete(row.Table, row.Id);
        if (row.Table == RelationTable.Table || row.Table == DocumentBufferTable.Table)
        {
            return;
        }

        var entry = new RowDraft(SetupTables.DeletedRecord, NewId());
        entry[SetupTables.DeletedRecord["tableId"]] = row.Table.Number;
        entry[SetupTables.DeletedRecord["recordSystemId"]] = row.Id;
        entry[SetupTables.DeletedRecord["number"]] = row[row.Table.KeyColumn] as string ?? "";
        entry[SetupTables.DeletedRecord["deletedAt"]] = Now;
        Save(entry);
    }
}
