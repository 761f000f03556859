using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Store;

// Changes are visible at once and undone together unless committed. Rows are written as given: stamps and rules are
// the business of the caller, which makes this the silent back door as well.
internal sealed class UnitOfWork(DataStore store) : IDisposable
{
    private readonly List<RowChange> _changes = [];

    public IReadOnlyList<RowChange> Changes => _changes;

    public void Put(Row row)
    {
        var before = store[row.Table].Put(row);
        _changes.Add(new RowChange(row.Table, row.Id, before, row));
    }

    public bool Delete(Table table, Guid id)
    {
        var before = store[table].Remove(id);
        if (before is null)
        {
            return false;
        }

        _changes.Add(new RowChange(table, id, before, null));
        return true;
    }

    // Where a later RollbackTo can return to: a part of the work that may fail on its own.
    public int Savepoint() => _changes.Count;

    public void RollbackTo(int savepoint)
    {
        for (var i = _changes.Count - 1; i >= savepoint; i--)
        {
            var change = _changes[i];
            if (change.Before is { } before)
            {
                store[change.Table].Put(before);
            }
            else
            {
                store[change.Table].Remove(change.Id);
            }
        }

        _changes.RemoveRange(savepoint, _changes.Count - savepoint);
    }

    public void Commit()
    {
        if (_changes.Count > 0)
        {
            store.Save(_changes);
            _changes.Clear();
        }
    }

    // Work that was not committed is undone.
    public void Dispose() => RollbackTo(0);
}
