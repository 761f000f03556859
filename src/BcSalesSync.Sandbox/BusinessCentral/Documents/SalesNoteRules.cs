using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Notes belong to a document that is there.
internal sealed class SalesNoteRules(BcSession session) : ITableRules
{
    public void Creating(RowDraft draft) => draft[SalesNoteTable.CreatedAt] = session.Now;

    public void Validated(RowDraft draft, Column column)
    {
        var id = (Guid)draft[SalesNoteTable.DocumentId]!;
        if (column == SalesNoteTable.DocumentId && session.Data(SalesHeaderTable.Table).Find(id) is null)
        {
            throw BcException.Refused("Internal_RecordNotFound", BcException.NotFound(SalesHeaderTable.Table.Caption, id).Message);
        }
    }

    public void Inserting(RowDraft draft)
    {
        if ((Guid)draft[SalesNoteTable.DocumentId]! == Guid.Empty)
        {
            throw BcException.Refused("BadRequest_RequiredParamNotProvided", "A \"documentId\" must be provided.");
        }
    }
}
