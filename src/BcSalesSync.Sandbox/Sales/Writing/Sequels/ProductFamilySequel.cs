using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;
using static BcSalesSync.Sandbox.Sales.Schema.ProductTable;

namespace BcSalesSync.Sandbox.Sales.Writing.Sequels;

// A family takes along what lies below it when it is retired or revised.
internal sealed class ProductFamilySequel(SalesOrganization organization, RowWriter writer) : IRowSequel
{
    private static readonly Field State = SalesSchema.Product.Find("statecode")!;
    private static readonly Field Status = SalesSchema.Product.Find("statuscode")!;
    private static readonly Field Parent = SalesSchema.Product.Find("parentproductid")!;

    public void Follow(Row row, Row? before, SalesTable table, WriteScope scope)
    {
        if (table != SalesSchema.Product || before is null || Equals(before[State.Column], row[State.Column])
            || row[State.Column] is not (Retired or UnderRevision))
        {
            return;
        }

        var state = (int)row[State.Column]!;
        var children = organization.World.Store[table.Table].Index(Parent.Column).Equal(row.Id)
            .Where(child => (int)child[State.Column]! == Active || (state == Retired && (int)child[State.Column]! == UnderRevision));
        foreach (var child in children.ToList())
        {
            writer.Save(scope, table, new RowDraft(child) { [State.Column] = state, [Status.Column] = null });
        }
    }
}
