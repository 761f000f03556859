using System.Text.Json;
using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Events;

// A person posts an order: ship, invoice or both, all of it or so much of some lines.
internal sealed class PostOrderEvent(BcSession session, RecordWriter writer)
{
    public void Play(EventRequest request, Row order)
    {
        if (request.Details?.TryGetValue("lines", out var lines) == true)
        {
            SetQuantities(order, lines);
        }

        var result = writer.Documents.Post(order, IsSet(request, "ship"), IsSet(request, "invoice"));
        request.Answer["shipmentNo"] = result.Shipment?.Text(PostedShipmentTable.Number) ?? "";
        request.Answer["invoiceNo"] = result.Invoice?.Text(PostedInvoiceTable.Number) ?? "";
    }

    private static bool IsSet(EventRequest request, string name) =>
        request.Details?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.True;

    private static decimal Number(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.TryGetDecimal(out var number) ? number : 0m;

    // Lines that are not named stay as they are, unposted.
    private void SetQuantities(Row order, JsonElement lines)
    {
        if (lines.ValueKind != JsonValueKind.Array)
        {
            throw new ControlException("'lines' must be an array.");
        }

        var wanted = lines.EnumerateArray().ToDictionary(line => (int)Number(line, "sequence"));
        foreach (var line in Documents.SalesDocument.LinesOf(session.Data(SalesLineTable.Table), order.Id).ToList())
        {
            var found = wanted.Remove((int)line[SalesLineTable.Sequence]!, out var given);
            var draft = new RowDraft(line);
            writer.Validate(draft, SalesLineTable.ToShip, found ? Number(given, "ship") : 0m);
            writer.Validate(draft, SalesLineTable.ToInvoice, found ? Number(given, "invoice") : 0m);
            writer.Modify(draft);
        }

        if (wanted.Count > 0)
        {
            throw new ControlException($"The order has no line {wanted.Keys.First()}.");
        }
    }
}
