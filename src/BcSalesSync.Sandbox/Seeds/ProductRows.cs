using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Seeds;

// Puts items and resources of a seed with what Business Central keeps beside them: the unit group and the units, the first of which
// is the base unit.
internal sealed class ProductRows(BcRowWriter rows, ProductKind kind)
{
    public void Put(
        string number, string name, IReadOnlyList<(string Code, decimal Quantity)> units, params (Column Column, object Value)[] values)
    {
        var product = rows.Put(
            kind.Table, number, [(kind.Number, number), (kind.Name, name), (kind.BaseUnit, units[0].Code), .. values]);
        var group = rows.Put(
            UnitGroupTable.Table, $"{kind.Word}/{number}", (UnitGroupTable.SourceType, kind.Word), (UnitGroupTable.SourceId, product.Id),
            (UnitGroupTable.SourceNumber, number), (UnitGroupTable.Code, kind.GroupCode(number)));
        foreach (var (code, quantity) in units)
        {
            rows.Put(
                kind.Units.Table, $"{number}/{code}", (kind.Units.Number, number), (kind.Units.Code, code), (kind.Units.Quantity, quantity),
                (kind.Units.ProductId, product.Id), (kind.Units.GroupId, group.Id));
        }
    }
}
