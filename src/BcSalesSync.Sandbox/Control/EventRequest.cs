using System.Text.Json;
using System.Text.Json.Serialization;

namespace BcSalesSync.Sandbox.Control;

// POST /sandbox/events: a type, and what that type needs.
internal sealed record EventRequest(string? Type)
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Details { get; init; }

    // What the event tells of its outcome, such as the numbers of posted documents.
    [JsonIgnore]
    public IDictionary<string, string> Answer { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string Text(string name) => Detail(name) is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : throw new ControlException($"The event '{Type}' needs the text '{name}'.");

    public decimal Number(string name) => Detail(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value)
        ? value
        : throw new ControlException($"The event '{Type}' needs the number '{name}'.");

    private JsonElement? Detail(string name) =>
        Details is not null && Details.TryGetValue(name, out var value) ? value : null;
}
