using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Reading;

// Which of its tables a lookup value points to: the one that has the row, or the first when none has.
internal static class LookupResolver
{
    public static LookupTarget TargetOf(DataStore store, Field field, Guid id) =>
        field.Targets.Count == 1 ? field.Targets[0]
        : field.Targets.FirstOrDefault(target => RowOf(store, target, id) is not null) ?? field.Targets[0];

    public static Row? RowOf(DataStore store, LookupTarget target, Guid id) => store[SalesSchema.FindName(target.Table)!.Table].Find(id);
}
