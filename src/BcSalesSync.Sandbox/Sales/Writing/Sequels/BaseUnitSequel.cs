using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Sequels;

// A new unit group brings its base unit along.
internal sealed class BaseUnitSequel(SalesOrganization organization, RowWriter writer) : IRowSequel
{
    private static readonly Field BaseName = SalesSchema.UnitGroup.Find("baseuomname")!;
    private static readonly Field Name = SalesSchema.Unit.Find("name")!;
    private static readonly Field Group = SalesSchema.Unit.Find("uomscheduleid")!;

    public void Follow(Row row, Row? before, SalesTable table, WriteScope scope)
    {
        if (table == SalesSchema.UnitGroup && before is null)
        {
            var unit = new RowDraft(SalesSchema.Unit.Table, organization.NextId())
            {
                [Name.Column] = row[BaseName.Column],
                [Group.Column] = row.Id,
            };
            writer.Save(scope, SalesSchema.Unit, unit);
        }
    }
}
