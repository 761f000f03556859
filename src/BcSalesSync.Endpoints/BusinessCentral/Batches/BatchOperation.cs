using System.Text.Json;

namespace BcSalesSync.Endpoints.BusinessCentral.Batches;

/// <summary>One request inside a $batch.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">Address relative to the API root.</param>
/// <param name="IfMatch">Concurrency token; null for none.</param>
/// <param name="WriteBody">Writes the body; null for none.</param>
internal sealed record BatchOperation(string Method, string Url, string? IfMatch = null, Action<Utf8JsonWriter>? WriteBody = null)
{
    /// <summary>True for a create whose row brings its own id, so that the service refuses to create it twice.</summary>
    public bool HasOwnId { get; init; }

    /// <summary>True when carrying it out a second time does no harm.</summary>
    public bool IsGuarded => HasOwnId || Method != "POST";

    /// <summary>Writes the request as a member of a batch.</summary>
    public void Write(Utf8JsonWriter json, int index)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("method"u8, Method);
        json.WriteString("url"u8, Url);
        json.WriteStartObject("headers"u8);
        json.WriteString("Accept"u8, "application/json;odata.metadata=minimal"u8);
        if (WriteBody is not null)
            json.WriteString("Content-Type"u8, "application/json"u8);
        if (IfMatch is not null)
            json.WriteString("If-Match"u8, IfMatch);
        json.WriteEndObject();
        if (WriteBody is not null)
        {
            json.WritePropertyName("body"u8);
            WriteBody(json);
        }

        json.WriteEndObject();
    }
}
