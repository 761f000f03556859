using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Sales & Receivables Setup: a write-in product has no inventory.
internal sealed class SalesSetupRules(BcSession session) : ITableRules
{
    public void Validated(RowDraft draft, Column column)
    {
        var number = draft.Text(SalesSetupTable.WriteInNumber);
        if (column == SalesSetupTable.WriteInNumber && draft.Text(SalesSetupTable.WriteInType) == ProductKind.Item.Word
            && session.FindByKey(ItemTable.Table, number) is { } item && item.Text(ItemTable.Type) == ItemTable.Inventory)
        {
            throw BcException.NotRelated(draft.Table, column, number, ItemTable.Table);
        }
    }
}
