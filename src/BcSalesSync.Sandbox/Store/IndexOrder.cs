using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Store;

// By value, then by id.
internal sealed class IndexOrder(ValueComparer values) : IComparer<IndexEntry>
{
    public int Compare(IndexEntry x, IndexEntry y)
    {
        var byKey = values.Compare(x.Key, y.Key);
        return byKey != 0 ? byKey : x.Id.CompareTo(y.Id);
    }
}
