using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Holds codes to the tables they refer to, keeps the ids beside them, and carries a new code to the records that name the old one.
internal sealed class RelationCheck(BcSession session)
{
    public void Check(RowDraft draft, Column column)
    {
        foreach (var relation in TableRelation.Of(draft.Table).Where(relation => relation.Applies(draft)))
        {
            if (relation.Code == column)
            {
                CheckCode(draft, relation);
            }
            else if (relation.IdTwin == column)
            {
                CheckId(draft, relation);
            }
        }
    }

    // A number means nothing once the column changed that says which table it is of.
    public static void ClearGoverned(RowDraft draft, Column column)
    {
        foreach (var relation in TableRelation.Of(draft.Table).Where(relation => relation.When?.Column == column))
        {
            draft[relation.Code] = "";
            if (relation.IdTwin is { } twin)
            {
                draft[twin] = Guid.Empty;
            }
        }
    }

    public void Rename(Table table, string from, string to)
    {
        foreach (var (referring, relations) in TableRelation.OfTable)
        {
            foreach (var relation in relations.Where(relation => relation.Related == table))
            {
                foreach (var row in session.Data(referring).Index(relation.Code).Equal(from).ToList())
                {
                    var draft = new RowDraft(row);
                    if (relation.Applies(draft))
                    {
                        draft[relation.Code] = to;
                        session.Save(draft);
                    }
                }
            }
        }
    }

    private void CheckCode(RowDraft draft, TableRelation relation)
    {
        var code = draft.Text(relation.Code);
        if (relation.Related == CurrencyTable.Table && code == session.LocalCurrency)
        {
            code = "";
            draft[relation.Code] = code;
        }

        var related = code.Length == 0 ? null : session.FindByKey(relation.Related, code);
        if (related is null && code.Length > 0)
        {
            throw BcException.NotRelated(draft.Table, relation.Code, code, relation.Related);
        }

        if (relation.IdTwin is { } twin)
        {
            draft[twin] = related?.Id ?? Guid.Empty;
        }
    }

    private void CheckId(RowDraft draft, TableRelation relation)
    {
        var id = (Guid)draft[relation.IdTwin!]!;
        var related = session.Data(relation.Related).Find(id);
        if (related is null && id != Guid.Empty)
        {
            throw BcException.Dialog($"The \"{relation.IdTwin!.Name}\" does not match to a {relation.Related.Caption}.");
        }

        draft[relation.Code] = related?.Text(relation.Related.KeyColumn) ?? "";
    }
}
