using System.Text.Json;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// A request on its own or as a member of a batch. Path is relative to the API route and still escaped.
internal sealed record BcRequest(string Method, string Path, QueryString Query, string Authority, string Route)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public ReadOnlyMemory<byte> Body { get; init; }

    // The absolute address of the API route, without slash at the end.
    public string Base => Authority + Route;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public JsonDocument ReadJson()
    {
        try
        {
            return JsonDocument.Parse(Body.IsEmpty ? "{}"u8.ToArray() : Body);
        }
        catch (JsonException exception)
        {
            throw BcException.Refused("BadRequest", "The body of the request is not valid JSON: " + exception.Message);
        }
    }
}
