using System.Text.Json;
using System.Text.Json.Serialization;

namespace BcSalesSync.Dataverse.ServiceClient.Changes;

/// <summary>Where a change read ended, or where it can go on. Another transport's cursor does not fit.</summary>
internal sealed record EntityCursor
{
    private static readonly JsonSerializerOptions Form = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Columns that were read: a cursor cannot answer for others.</summary>
    [JsonPropertyName("entityColumns")]
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Token the changes are counted from; null while the first, complete read goes on.</summary>
    [JsonPropertyName("token")]
    public string? Token { get; init; }

    /// <summary>Page to go on with; 0 when the next read starts anew.</summary>
    [JsonPropertyName("page")]
    public int Page { get; init; }

    /// <summary>Cookie of the page before it.</summary>
    [JsonPropertyName("cookie")]
    public string? Cookie { get; init; }

    /// <summary>The cursor as text.</summary>
    internal string Write() => JsonSerializer.Serialize(this, Form);

    /// <summary>Reads what <see cref="Write"/> wrote; null when the text is something else.</summary>
    internal static EntityCursor? TryRead(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<EntityCursor>(text, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
