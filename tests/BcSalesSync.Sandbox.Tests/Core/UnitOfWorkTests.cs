using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Tests.Core;

public sealed class UnitOfWorkTests
{
    private static readonly Table Table = SalespersonTable.Table;
    private readonly DataStore _store = new();

    [Fact]
    public void Work_without_commit_is_undone_in_rows_and_indexes()
    {
        var first = Commit("JO", "Before");
        using (var work = _store.Begin())
        {
            work.Put(new RowDraft(first) { [SalespersonTable.Name] = "After" }.ToRow());
            work.Put(Row("PS", "New"));
            work.Delete(Table, first.Id);
        }

        Assert.Equal("Before", Assert.Single(_store[Table].Rows).Text(SalespersonTable.Name));
        Assert.Null(_store[Table].FindBy(SalespersonTable.Code, "PS"));
        Assert.Same(first, _store[Table].FindBy(SalespersonTable.Code, "JO"));
    }

    [Fact]
    public void A_savepoint_undoes_only_what_came_after_it()
    {
        using (var work = _store.Begin())
        {
            work.Put(Row("JO", "Kept"));
            var savepoint = work.Savepoint();
            work.Put(Row("PS", "Undone"));
            work.RollbackTo(savepoint);
            work.Commit();
        }

        Assert.Equal("Kept", Assert.Single(_store[Table].Rows).Text(SalespersonTable.Name));
    }

    [Fact]
    public void An_index_follows_a_changed_value()
    {
        var row = Commit("JO", "Jim");
        Assert.NotNull(_store[Table].FindBy(SalespersonTable.Name, "Jim"));
        using (var work = _store.Begin())
        {
            work.Put(new RowDraft(row) { [SalespersonTable.Name] = "James" }.ToRow());
            work.Commit();
        }

        Assert.Null(_store[Table].FindBy(SalespersonTable.Name, "Jim"));
        Assert.NotNull(_store[Table].FindBy(SalespersonTable.Name, "James"));
    }

    private static Row Row(string code, string name) =>
        new RowDraft(Table, Seeds.SeedIds.Of(code)) { [SalespersonTable.Code] = code, [SalespersonTable.Name] = name }.ToRow();

    private Row Commit(string code, string name)
    {
        var row = Row(code, name);
        using var work = _store.Begin();
        work.Put(row);
        work.Commit();
        return row;
    }
}
