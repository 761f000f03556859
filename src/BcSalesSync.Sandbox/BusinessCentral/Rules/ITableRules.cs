using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// What a table does by itself: the validation and the triggers of its AL object. A table has those it needs.
internal interface ITableRules
{
    // A new record before any of its fields is written.
    void Creating(RowDraft draft)
    {
    }

    // After a value passed the general checks and stands in the draft.
    void Validated(RowDraft draft, Column column)
    {
    }

    void Inserting(RowDraft draft)
    {
    }

    void Inserted(Row row)
    {
    }

    void Modified(Row before, Row after)
    {
    }

    void Deleting(Row row)
    {
    }

    void Deleted(Row row)
    {
    }
}
