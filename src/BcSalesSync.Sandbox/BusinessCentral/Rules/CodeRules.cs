using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Tables with a code and nothing to do by themselves: the code must be given.
internal sealed class CodeRules : ITableRules
{
    public void Inserting(RowDraft draft)
    {
        if (draft.Table.KeyColumn.Type == ColumnType.Code)
        {
            FieldTest.HasValue(draft, draft.Table.KeyColumn);
        }
    }
}
