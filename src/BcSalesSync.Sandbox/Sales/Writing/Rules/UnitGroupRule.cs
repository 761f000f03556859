using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// A unit group is created together with its base unit and has to name it.
internal sealed class UnitGroupRule : IRowRule
{
    private static readonly Field BaseName = SalesSchema.UnitGroup.Find("baseuomname")!;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table == SalesSchema.UnitGroup && draft.IsNew && draft[BaseName.Column] is null)
        {
            throw SalesError.Refused("0x80043810", "baseuomname not specified");
        }
    }
}
