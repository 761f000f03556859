using BcSalesSync.Sandbox.BusinessCentral.Documents;
using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

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
            case "postOrder":
                new PostOrderEvent(session, _writer).Play(request, OrderOf(request));
                return true;
            case "invoiceShipments":
                request.Answer["invoiceNo"] = new ShipmentBilling(session).Post(ShipmentsOf(request)).Text(PostedInvoiceTable.Number);
                return true;
            // Sales has notes as well; the ones here belong to an order by its number.
            case "addNote" when request.Details?.ContainsKey("no") == true:
                AddNote(request);
                return true;
            default:
                return PlayPayment(request);
        }
    }

    private bool PlayPayment(EventRequest request)
    {
        switch (request.Type)
        {
            case "receivePayment":
                _writer.Documents.Correction.ReceivePayment(InvoiceOf(request), request.Number("amount"));
                return true;
            case "unapplyPayment":
                _writer.Documents.Correction.Unapply(InvoiceOf(request));
                return true;
            case "postCreditMemo":
                request.Answer["creditMemoNo"] = _writer.Documents.Correction.Credit(InvoiceOf(request), request.Number("amount"));
                return true;
            case "postInvoice":
                request.Answer["invoiceNo"] = _writer.Documents.Post(OpenInvoiceOf(request), ships: true, invoices: true)
                    .Invoice!.Text(PostedInvoiceTable.Number);
                return true;
            case "cancelInvoice":
                _writer.Documents.Correction.Cancel(InvoiceOf(request));
                return true;
            default:
                return false;
        }
    }

    private void AddNote(EventRequest request)
    {
        var note = _writer.New(SalesNoteTable.Table);
        _writer.Validate(note, SalesNoteTable.DocumentId, OrderOf(request).Id);
        _writer.Validate(note, SalesNoteTable.Subject, request.Text("subject"));
        _writer.Validate(note, SalesNoteTable.Text, request.Text("text"));
        _writer.Insert(note);
    }

    private List<Row> ShipmentsOf(EventRequest request) =>
        request.Details?.TryGetValue("shipmentNos", out var numbers) == true && numbers.ValueKind == System.Text.Json.JsonValueKind.Array
            ? [.. numbers.EnumerateArray().Select(number => Find(PostedShipmentTable.Table, number.ToString(), "shipment"))]
            : throw new ControlException("The event 'invoiceShipments' needs the array 'shipmentNos'.");

    private Row InvoiceOf(EventRequest request) => Find(PostedInvoiceTable.Table, request.Text("invoiceNo"), "posted invoice");

    private Row OrderOf(EventRequest request) => DocumentOf(request, SalesHeaderTable.Order);

    private Row OpenInvoiceOf(EventRequest request) => DocumentOf(request, SalesHeaderTable.Invoice);

    private Row DocumentOf(EventRequest request, string type)
    {
        var word = type.ToLowerInvariant();
        var header = Find(SalesHeaderTable.Table, request.Text("no"), word);
        return header.Text(SalesHeaderTable.DocumentType) == type
            ? header
            : throw new ControlException($"There is no {word} '{header.Text(SalesHeaderTable.Number)}'.");
    }

    private Row Find(Table table, string number, string word)
    {
        var code = number.Trim().ToUpperInvariant();
        return session.FindByKey(table, code) ?? throw new ControlException($"There is no {word} '{code}'.");
    }
}
