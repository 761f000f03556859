using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Tables with a code and nothing to do by themselves: the code must be given.
internal sealed class CodeRules : ITableRules
{
    public void Validated(RowDraft draft, Column column)
    {
    }

    public void Inserting(RowDraft draft)
    {
        var key = draft.Table.KeyColumn;
        if (key.Type == ColumnType.Code && draft.Text(key).Length == 0)
        {
            throw BcException.Refused(
                "Application_FieldValidationException",
                $"{key.Caption} must have a value in {draft.Table.Caption}: {key.Caption}=. It cannot be zero or empty.");
        }
    }

    public void Inserted(Row row)
    {
    }

    public void Modified(Row before, Row after)
    {
    }

    public void Deleting(Row row)
    {
    }
}
