using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// A price-list line names list, product and one of the product's units, once (sandbox-rules 1.2); the rest it takes from them.
internal sealed class PriceLineRule(SalesOrganization organization) : IRowRule
{
    private static readonly Field List = SalesSchema.PriceLine.Find("pricelevelid")!;
    private static readonly Field Product = SalesSchema.PriceLine.Find("productid")!;
    private static readonly Field Unit = SalesSchema.PriceLine.Find("uomid")!;
    private static readonly Field Group = SalesSchema.PriceLine.Find("uomscheduleid")!;
    private static readonly Field Currency = SalesSchema.PriceLine.Find("transactioncurrencyid")!;
    private static readonly Field Number = SalesSchema.PriceLine.Find("productnumber")!;
    private static readonly Field Name = SalesSchema.PriceLine.Find("productidname")!;
    private static readonly Field ListCurrency = SalesSchema.PriceList.Find("transactioncurrencyid")!;
    private static readonly Field ProductGroup = SalesSchema.Product.Find("defaultuomscheduleid")!;
    private static readonly Field ProductNumber = SalesSchema.Product.Find("productnumber")!;
    private static readonly Field ProductName = SalesSchema.Product.Find("name")!;
    private static readonly Field UnitGroup = SalesSchema.Unit.Find("uomscheduleid")!;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table != SalesSchema.PriceLine)
        {
            return;
        }

        var list = organization.Find(SalesSchema.PriceList, draft[List.Column] as Guid?)
            ?? throw SalesError.Refused("0x80043B12", "The price level id is missing.");
        var product = organization.Find(SalesSchema.Product, draft[Product.Column] as Guid?)
            ?? throw SalesError.Refused("0x80043B11", "The product id is missing.");
        var unit = organization.Find(SalesSchema.Unit, draft[Unit.Column] as Guid?)
            ?? throw SalesError.Refused("0x80043B0D", "The unit id is missing.");
        CheckUnit(draft, product, unit);
        CheckCurrency(draft, list);
        CheckUnique(draft);
        draft[Number.Column] = product[ProductNumber.Column];
        draft[Name.Column] = product[ProductName.Column];
    }

    private static void CheckUnit(RowDraft draft, Row product, Row unit)
    {
        if (draft.Changed(Product.Column) || draft.Changed(Unit.Column))
        {
            var group = product[ProductGroup.Column]
                ?? throw SalesError.Refused("0x80043B13", "The unit schedule id of the product is missing.");
            if (!group.Equals(unit[UnitGroup.Column]))
            {
                throw SalesError.Refused("0x80043B14", "The specified unit is not valid for this product.");
            }
        }

        draft[Group.Column] ??= unit[UnitGroup.Column];
        if (draft.Changed(Group.Column) && !Equals(draft[Group.Column], unit[UnitGroup.Column]))
        {
            throw SalesError.Refused("0x80043B16", "The unit does not exist in the specified unit schedule.");
        }
    }

    private static void CheckCurrency(RowDraft draft, Row list)
    {
        if (draft.IsNew)
        {
            draft[Currency.Column] = list[ListCurrency.Column];
        }
        else if (draft.Changed(Currency.Column) && !Equals(draft[Currency.Column], list[ListCurrency.Column]))
        {
            throw SalesError.Refused("0x80048CF6", "The currency of the record does not match the currency of the price list.");
        }
    }

    private void CheckUnique(RowDraft draft)
    {
        if (organization.World.Store[draft.Table].Index(Product.Column).Equal(draft[Product.Column]).Any(line =>
            line.Id != draft.Id && Equals(line[List.Column], draft[List.Column]) && Equals(line[Unit.Column], draft[Unit.Column])))
        {
            throw SalesError.Refused("0x80043B08", "This product and unit combination has a price for this price list.");
        }
    }
}
