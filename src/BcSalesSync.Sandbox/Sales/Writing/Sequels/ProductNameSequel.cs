using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Sequels;

// Price-list lines show number and name of their product; that they do is no change of theirs.
internal sealed class ProductNameSequel(SalesOrganization organization) : IRowSequel
{
    private static readonly Field Number = SalesSchema.Product.Find("productnumber")!;
    private static readonly Field Name = SalesSchema.Product.Find("name")!;
    private static readonly Field Product = SalesSchema.PriceLine.Find("productid")!;
    private static readonly Field ShownNumber = SalesSchema.PriceLine.Find("productnumber")!;
    private static readonly Field ShownName = SalesSchema.PriceLine.Find("productidname")!;

    public void Follow(Row row, Row? before, SalesTable table, WriteScope scope)
    {
        if (table != SalesSchema.Product || before is null
            || (Equals(before[Number.Column], row[Number.Column]) && Equals(before[Name.Column], row[Name.Column])))
        {
            return;
        }

        foreach (var line in organization.World.Store[SalesSchema.PriceLine.Table].Index(Product.Column).Equal(row.Id).ToList())
        {
            scope.Work.Put(new RowDraft(line)
            {
                [ShownNumber.Column] = row[Number.Column],
                [ShownName.Column] = row[Name.Column],
            }.ToRow());
        }
    }
}
