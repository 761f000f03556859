using System.Text.Json;
using System.Text.Json.Serialization;

namespace BcSalesSync.Sandbox.Control;

// POST /sandbox/events: a type, and what that type needs.
internal sealed record EventRequest(string? Type)
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Details { get; init; }
}
