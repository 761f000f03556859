using System.Text.Json;
using System.Text.Json.Serialization;

namespace BcSalesSync.Endpoints.Dataverse.Changes;

/// <summary>Where a change read ended, or where it can go on. Kept by the engine as text.</summary>
internal sealed record ChangeCursor
{
    private static readonly JsonSerializerOptions Form = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Names that were selected: a cursor cannot answer for others.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>True when the table is asked by time, because it tracks no changes.</summary>
    public bool ByTime { get; init; }

    /// <summary>Link to go on with: the next page, or the changes since; null when the next read is asked by time.</summary>
    public string? Link { get; init; }

    /// <summary>True while the first, complete read goes on, whose pages ask for a change token.</summary>
    public bool IsFirstRead { get; init; }

    /// <summary>Asked by time: rows written at or after it are read; null reads every row.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Latest time of a write among the rows read so far; null when there were none.</summary>
    public DateTimeOffset? SeenUntil { get; init; }

    /// <summary>The cursor as text.</summary>
    internal string Write() => JsonSerializer.Serialize(this, Form);

    /// <summary>Reads what <see cref="Write"/> wrote; null when the text is something else.</summary>
    internal static ChangeCursor? TryRead(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ChangeCursor>(text, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
