using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing;
using BcSalesSync.Sandbox.Sales.Writing.Documents;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Events;

// What people do with documents in Sales, played by the administrator.
internal sealed class SalesEvents(SalesOrganization organization, RowWriter writer)
{
    private static readonly Field NoteSubject = SalesSchema.Note.Find("objectid")!;
    private static readonly Field Subject = SalesSchema.Note.Find("subject")!;
    private static readonly Field Text = SalesSchema.Note.Find("notetext")!;

    private readonly QuoteReviser _reviser = new(organization, writer, new DocumentCopier(organization, writer));
    private readonly WonQuote _won = new(organization, writer);

    // False when the event is none of Sales'.
    public bool Play(EventRequest request, UnitOfWork work)
    {
        var details = new EventDetails(request, organization);
        var scope = new WriteScope(work, SalesOrganization.Administrator);
        switch (request.Type)
        {
            case "submitOrder":
                SetState(scope, DocumentKind.Order, details.Row("orderId", SalesSchema.Order), OrderTables.Submitted);
                return true;
            case "activateQuote":
                SetState(scope, DocumentKind.Quote, details.Row("quoteId", SalesSchema.Quote), QuoteTables.Active);
                return true;
            case "winQuote":
                var order = _won.Win(scope, details.Row("quoteId", SalesSchema.Quote), details.Flag("submit", otherwise: true));
                request.Answer["orderId"] = order.Id.ToString("D");
                request.Answer["orderNumber"] = order.Text(DocumentKind.Order.HeaderColumns.Number);
                return true;
            case "reviseQuote":
                request.Answer["quoteId"] = _reviser.Revise(scope, details.Row("quoteId", SalesSchema.Quote)).Id.ToString("D");
                return true;
            // Business Central has notes as well; the ones here belong to an order by its id.
            case "addNote" when details.Names("orderId"):
                var note = AddNote(scope, details.Row("orderId", SalesSchema.Order), details.Text("subject"), details.Text("text"));
                request.Answer["noteId"] = note.Id.ToString("D");
                return true;
            default:
                return false;
        }
    }

    private void SetState(WriteScope scope, DocumentKind kind, Row document, int state)
    {
        if ((int)document[kind.HeaderColumns.State]! == state)
        {
            throw SalesError.InvalidState($"The {kind.Header.Name} is in that state already.");
        }

        var input = new RowInput();
        input.Values[kind.Header.Find("statecode")!] = state;
        writer.Update(scope, kind.Header, document.Id, input);
    }

    private Row AddNote(WriteScope scope, Row order, string? subject, string? text)
    {
        var input = new RowInput();
        input.Values[NoteSubject] = order.Id;
        input.Values[Subject] = subject;
        input.Values[Text] = text;
        return writer.Create(scope, SalesSchema.Note, input);
    }
}
