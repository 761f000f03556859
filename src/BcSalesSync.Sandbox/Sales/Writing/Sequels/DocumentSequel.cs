using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing.Rules;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Sequels;

// A changed line changes the totals of its document; lines show what they take from a changed document.
internal sealed class DocumentSequel(SalesOrganization organization, RowWriter writer) : IRowSequel
{
    public void Follow(Row row, Row? before, SalesTable table, WriteScope scope)
    {
        if (DocumentKind.OfLine(table) is { } kindOfLine)
        {
            Recalculate(scope, kindOfLine, row);
            if (before is not null && !Equals(before[kindOfLine.LineColumns.Document], row[kindOfLine.LineColumns.Document]))
            {
                Recalculate(scope, kindOfLine, before);
            }
        }
        else if (before is not null && DocumentKind.OfHeader(table) is { } kind)
        {
            Show(scope, kind, row, before);
        }
    }

    // Works out the totals of the document a line belongs or belonged to.
    public void Recalculate(WriteScope scope, DocumentKind kind, Row line)
    {
        if (organization.Find(kind.Header, line[kind.LineColumns.Document] as Guid?) is { } header)
        {
            writer.Save(scope with { Recalculates = true, Given = [] }, kind.Header, new RowDraft(header));
        }
    }

    // Another currency or owner is a change of the line; that it shows a state or a lock is none.
    private void Show(WriteScope scope, DocumentKind kind, Row header, Row before)
    {
        var columns = kind.HeaderColumns;
        var changes = !Equals(before[columns.Currency], header[columns.Currency]) || !Equals(before[columns.Owner], header[columns.Owner]);
        var shows = !Equals(before[columns.State], header[columns.State])
            || (columns.PriceLock is { } locked && !Equals(before[locked], header[locked]));
        if (!changes && !shows)
        {
            return;
        }

        foreach (var line in organization.World.Store[kind.Line.Table].Index(kind.LineColumns.Document).Equal(header.Id).ToList())
        {
            var draft = new RowDraft(line);
            if (changes)
            {
                writer.Save(scope with { Given = [] }, kind.Line, draft);
            }
            else
            {
                DocumentLineRule.ShowDocument(draft, kind, header);
                scope.Work.Put(draft.ToRow());
            }
        }
    }
}
