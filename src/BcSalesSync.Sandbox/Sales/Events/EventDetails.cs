using System.Text.Json;
using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Events;

// What an event says about the rows it happens to.
internal sealed class EventDetails(EventRequest request, SalesOrganization organization)
{
    public bool Names(string name) => Find(name) is not null;

    public Row Row(string name, SalesTable table)
    {
        var text = request.Text(name);
        return Guid.TryParse(text, out var id) && organization.Find(table, id) is { } row
            ? row
            : throw new ControlException($"There is no {table.Name} '{text}'.");
    }

    public bool Flag(string name, bool otherwise) => Find(name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw new ControlException($"'{name}' of the event '{request.Type}' must be true or false."),
    };

    // Null when the event says nothing about it.
    public string? Text(string name) => Names(name) ? request.Text(name) : null;

    private JsonElement? Find(string name) =>
        request.Details is { } details && details.TryGetValue(name, out var value) ? value : null;
}
