using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// The units of one kind of product and the unit group each product has.
internal sealed class ProductUnits(BcSession session, ProductKind kind)
{
    public Row? Find(string number, string code) =>
        session.Data(kind.Units.Table).FindByKey(column => column == kind.Units.Number ? number : code);

    public Row? GroupOf(string number) => session.FindByKey(UnitGroupTable.Table, kind.GroupCode(number));

    public void CreateGroup(Row product)
    {
        var number = product.Text(kind.Number);
        session.Save(new RowDraft(UnitGroupTable.Table, session.NewId())
        {
            [UnitGroupTable.SourceType] = kind.Word,
            [UnitGroupTable.SourceId] = product.Id,
            [UnitGroupTable.SourceNumber] = number,
            [UnitGroupTable.Code] = kind.GroupCode(number),
        });
    }

    public void RenameGroup(string from, string to)
    {
        if (GroupOf(from) is { } group)
        {
            session.Save(new RowDraft(group) { [UnitGroupTable.SourceNumber] = to, [UnitGroupTable.Code] = kind.GroupCode(to) });
        }
    }

    // The base unit of a product counts once and is always among its units.
    public void EnsureBaseUnit(Row product)
    {
        var (number, code) = (product.Text(kind.Number), product.Text(kind.BaseUnit));
        if (code.Length == 0 || Find(number, code) is not null)
        {
            return;
        }

        session.Save(new RowDraft(kind.Units.Table, session.NewId())
        {
            [kind.Units.Number] = number,
            [kind.Units.Code] = code,
            [kind.Units.Quantity] = 1m,
            [kind.Units.ProductId] = product.Id,
            [kind.Units.GroupId] = GroupOf(number)?.Id ?? Guid.Empty,
        });
    }

    public void RemoveAll(string number)
    {
        foreach (var unit in session.Data(kind.Units.Table).Index(kind.Units.Number).Equal(number).ToList())
        {
            session.Remove(unit);
        }

        if (GroupOf(number) is { } group)
        {
            session.Remove(group);
        }
    }
}
