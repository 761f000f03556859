using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// Every write moves version, modified-on and modified-by; the first one also stamps the creation (sandbox-rules 1.1).
internal sealed class StampRule(SalesOrganization organization) : IRowRule
{
    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        var now = organization.World.Clock.SalesNow;
        if (draft.IsNew)
        {
            draft[table.Table.Stamps.CreatedAt] = Value(draft, table, "overriddencreatedon") ?? now;
            Set(draft, table, "createdby", scope.Actor);
        }

        draft[table.Table.Stamps.ModifiedAt] = now;
        draft[table.Table.Stamps.Version] = organization.NextVersion();
        Set(draft, table, "modifiedby", scope.Actor);
    }

    private static object? Value(RowDraft draft, SalesTable table, string name) =>
        table.Find(name) is { } field ? draft[field.Column] : null;

    private static void Set(RowDraft draft, SalesTable table, string name, Guid value)
    {
        if (table.Find(name) is { } field)
        {
            draft[field.Column] = value;
        }
    }
}
