using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Documents;

// Refuses what a client wants to write to a document that is closed to changes, its lines included (sandbox-rules 1.4): one that is not
// in its first state, and stays where it is. A submitted order is open as long as Business Central does not take orders over.
internal sealed class DocumentGuard(SalesOrganization organization)
{
    // Before is null for a new row, after for one that is deleted.
    public void Check(SalesTable table, Row? before, RowDraft? after)
    {
        if (DocumentKind.OfHeader(table) is { } kind)
        {
            if (before is not null && after is not null && !after.Changed(kind.HeaderColumns.State))
            {
                CheckOpen(kind, before);
            }
        }
        else if (DocumentKind.OfLine(table) is { } kindOfLine)
        {
            CheckHeader(kindOfLine, before?[kindOfLine.LineColumns.Document]);
            CheckHeader(kindOfLine, after?[kindOfLine.LineColumns.Document]);
        }
    }

    private void CheckHeader(DocumentKind kind, object? id)
    {
        if (organization.Find(kind.Header, id as Guid?) is { } header)
        {
            CheckOpen(kind, header);
        }
    }

    private void CheckOpen(DocumentKind kind, Row header)
    {
        var state = (int)header[kind.HeaderColumns.State]!;
        if (state != 0 && !(kind == DocumentKind.Order && state == OrderTables.Submitted && !TakesOrdersOver))
        {
            throw SalesError.InvalidState(
                kind == DocumentKind.Order ? "The order is not editable."
                : kind == DocumentKind.Quote ? "The quote is not editable because it is not a draft."
                : state == InvoiceTables.Paid ? "The invoice is read-only and cannot be updated because it is paid."
                : "The invoice is read-only and cannot be updated.");
        }
    }

    private bool TakesOrdersOver => organization.Setting("issopintegrationenabled") is true;
}
