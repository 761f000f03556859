using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Events;

// What a person does with sales documents.
internal sealed class DocumentEvents(BcSession session)
{
    private readonly RecordWriter _writer = new(session);

    // False when the event is about something else.
    public bool Play(EventRequest request)
    {
        switch (request.Type)
        {
            case "releaseOrder":
                _writer.Documents.Release(OrderOf(request));
                return true;
            case "reopenOrder":
                _writer.Documents.Reopen(OrderOf(request));
                return true;
            case "deleteOrder":
                _writer.Delete(OrderOf(request));
                return true;
            default:
                return false;
        }
    }

    private Row OrderOf(EventRequest request)
    {
        var number = request.Text("no").Trim().ToUpperInvariant();
        return session.FindByKey(SalesHeaderTable.Table, number) is { } header
            && header.Text(SalesHeaderTable.DocumentType) == SalesHeaderTable.Order
                ? header
                : throw new ControlException($"There is no order '{number}'.");
    }
}
