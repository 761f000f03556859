using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Customer price groups: their sales prices go with them.
internal sealed class PriceGroupRules(BcSession session) : ITableRules
{
    public void Inserting(RowDraft draft) => FieldTest.HasValue(draft, draft.Table.KeyColumn);

    public void Deleting(Row row)
    {
        var prices = session.Data(SalesPriceTable.Table).Index(SalesPriceTable.SalesCode).Equal(row[row.Table.KeyColumn])
            .Where(price => price.Text(SalesPriceTable.SalesType) == SalesPriceTable.PriceGroup);
        foreach (var price in prices.ToList())
        {
            session.Remove(price);
        }
    }
}
