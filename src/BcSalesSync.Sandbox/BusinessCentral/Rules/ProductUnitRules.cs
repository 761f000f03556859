using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// The units of items and resources: one for each product and code, the base unit fixed.
internal sealed class ProductUnitRules(BcSession session, ProductKind kind) : ITableRules
{
    private readonly ProductUnitTable _units = kind.Units;
    private readonly ProductUnits _groups = new(session, kind);

    public void Validated(RowDraft draft, Column column)
    {
        if (column == _units.Number || column == _units.ProductId)
        {
            draft[_units.GroupId] = _groups.GroupOf(draft.Text(_units.Number))?.Id ?? Guid.Empty;
        }

        if (column == _units.Quantity && (decimal)draft[column]! <= 0m)
        {
            throw BcException.Refused(
                "Application_FieldValidationException", $"{column.Caption} must be greater than 0 in {RecordName.Of(draft)}.");
        }

        if (draft.Original is { } unit && draft.Changed(column))
        {
            CheckNotBase(unit);
        }
    }

    public void Inserting(RowDraft draft)
    {
        FieldTest.HasValue(draft, _units.Number);
        FieldTest.HasValue(draft, _units.Code);
        if ((decimal)draft[_units.Quantity]! == 0m)
        {
            draft[_units.Quantity] = 1m;
        }
    }

    public void Deleting(Row row) => CheckNotBase(row);

    private void CheckNotBase(Row unit)
    {
        var (number, code) = (unit.Text(_units.Number), unit.Text(_units.Code));
        if (session.FindByKey(kind.Table, number) is { } product && product.Text(kind.BaseUnit) == code)
        {
            var word = kind.Word.ToLowerInvariant();
            throw BcException.Dialog(
                $"You cannot modify {_units.Table.Caption} {code} for {word} {number} because it is the {word}'s {kind.BaseUnit.Caption}.");
        }
    }
}
