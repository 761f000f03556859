using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// A product has a number of its own, lies below a family if below anything, and, unless it is a family, is sold in a unit of its group.
internal sealed class ProductRule(SalesOrganization organization) : IRowRule
{
    private static readonly Field Number = SalesSchema.Product.Find("productnumber")!;
    private static readonly Field Parent = SalesSchema.Product.Find("parentproductid")!;
    private static readonly Field Structure = SalesSchema.Product.Find("productstructure")!;
    private static readonly Field Group = SalesSchema.Product.Find("defaultuomscheduleid")!;
    private static readonly Field Unit = SalesSchema.Product.Find("defaultuomid")!;
    private static readonly Field PriceList = SalesSchema.Product.Find("pricelevelid")!;
    private static readonly Field UnitGroup = SalesSchema.Unit.Find("uomscheduleid")!;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table != SalesSchema.Product)
        {
            return;
        }

        CheckNumber(draft, table);
        if (organization.Find(table, draft[Parent.Column] as Guid?) is { } parent && (int?)parent[Structure.Column] != ProductTable.Family)
        {
            throw SalesError.Refused("0x8004F998", "You can only select a product family as the parent.");
        }

        if ((int?)draft[Structure.Column] != ProductTable.Family && (draft.Changed(Group.Column) || draft.Changed(Unit.Column)))
        {
            CheckUnits(draft);
        }

        if (draft.Changed(PriceList.Column))
        {
            PriceListCurrency.Check(organization, draft, table, PriceList, "0x80048CF6");
        }
    }

    private void CheckNumber(RowDraft draft, SalesTable table)
    {
        if (!draft.Changed(Number.Column))
        {
            return;
        }

        var number = draft[Number.Column] ?? throw SalesError.Refused("0x80043B05", "The product number can not be null.");
        if (organization.World.Store[table.Table].Index(Number.Column).Equal(number).Any(row => row.Id != draft.Id))
        {
            throw SalesError.Refused(
                "0x80043B06",
                "The specified product ID conflicts with the product ID of an existing record. "
                + "Specify a different product ID and try again.");
        }
    }

    private void CheckUnits(RowDraft draft)
    {
        var group = draft[Group.Column] as Guid? ?? throw SalesError.Refused("0x80043B0A", "The unit schedule id is missing.");
        var unit = organization.Find(SalesSchema.Unit, draft[Unit.Column] as Guid?)
            ?? throw SalesError.Refused("0x80043B0D", "The unit id is missing.");
        if (unit[UnitGroup.Column] as Guid? != group)
        {
            throw SalesError.Refused("0x80043B16", "The unit does not exist in the specified unit schedule.");
        }
    }
}
