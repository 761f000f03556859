using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// A price list has a name no other one has.
internal sealed class PriceListRule(SalesOrganization organization) : IRowRule
{
    private static readonly Field Name = SalesSchema.PriceList.Find("name")!;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table != SalesSchema.PriceList || !draft.Changed(Name.Column))
        {
            return;
        }

        var name = draft[Name.Column] ?? throw SalesError.Refused("0x80043B0E", "The name can not be null.");
        if (organization.World.Store[table.Table].Index(Name.Column).Equal(name).Any(row => row.Id != draft.Id))
        {
            throw SalesError.Refused("0x80043B0F", "The name already exists.");
        }
    }
}
