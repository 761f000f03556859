using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Classic sales prices: whom they are for, which unit of the item.
internal sealed class SalesPriceRules(BcSession session) : ITableRules
{
    private readonly ProductUnits _units = new(session, ProductKind.Item);

    public void Validated(RowDraft draft, Column column)
    {
        if (column == SalesPriceTable.Unit && draft.Text(column) is { Length: > 0 } code
            && _units.Find(draft.Text(SalesPriceTable.Item), code) is null)
        {
            throw BcException.NotRelated(draft.Table, column, code, ProductUnitTable.OfItem.Table);
        }

        if (column == SalesPriceTable.StartingDate || column == SalesPriceTable.EndingDate)
        {
            DateRange.Check(draft, SalesPriceTable.StartingDate, SalesPriceTable.EndingDate);
        }
    }

    public void Inserting(RowDraft draft)
    {
        FieldTest.HasValue(draft, SalesPriceTable.Item);
        if (draft.Text(SalesPriceTable.SalesType) == SalesPriceTable.AllCustomers)
        {
            FieldTest.IsEqual(draft, SalesPriceTable.SalesCode, "");
        }
        else
        {
            FieldTest.HasValue(draft, SalesPriceTable.SalesCode);
        }
    }
}
