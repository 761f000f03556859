using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.States;

// What others rely on cannot be deactivated: the base currency, a default price list, the unit group of a product on sale.
internal sealed class DeactivationRule(SalesOrganization organization) : IStateRule
{
    private const int Inactive = 1;

    private static readonly (SalesTable Table, Field Field)[] DefaultPriceLists =
    [
        (SalesSchema.Account, SalesSchema.Account.Find("defaultpricelevelid")!),
        (SalesSchema.Contact, SalesSchema.Contact.Find("defaultpricelevelid")!),
        (SalesSchema.Product, SalesSchema.Product.Find("pricelevelid")!),
    ];

    private static readonly Field ProductState = SalesSchema.Product.Find("statecode")!;
    private static readonly Field ProductGroup = SalesSchema.Product.Find("defaultuomscheduleid")!;

    public void Check(SalesTable table, Row row, int wanted)
    {
        if (wanted != Inactive || (int?)row[table.Find("statecode")!.Column] == Inactive)
        {
            return;
        }

        if (table == SalesSchema.Currency && row.Id == organization.BaseCurrency)
        {
            throw SalesError.Refused("0x80048CF4", "The base currency cannot be deactivated.");
        }

        if (table == SalesSchema.PriceList && DefaultPriceLists.Any(pointer => Pointing(pointer.Table, pointer.Field, row).Any()))
        {
            throw SalesError.Refused(
                "0x80043B04",
                "The price level cannot be deactivated because it is the default price level of an account, contact or product.");
        }

        if (table == SalesSchema.UnitGroup && Pointing(SalesSchema.Product, ProductGroup, row)
            .Any(product => (int?)product[ProductState.Column] != ProductTable.Retired))
        {
            throw SalesError.InvalidState("The unit group cannot be deactivated because products use it.");
        }
    }

    private IEnumerable<Row> Pointing(SalesTable table, Field field, Row row) =>
        organization.World.Store[table.Table].Index(field.Column).Equal(row.Id);
}
