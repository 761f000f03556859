using System.Text.Json;

namespace BcSalesSync.State.Rows;

/// <summary>Ids and keys as they are stored and looked up.</summary>
internal static class StoredText
{
    /// <summary>An id.</summary>
    public static string Of(Guid id) => id.ToString("D");

    /// <summary>An id that may be missing.</summary>
    public static string? Of(Guid? id) => id?.ToString("D");

    /// <summary>Text as it is compared, without regard to case; null is empty.</summary>
    public static string Key(string? text) => text?.ToUpperInvariant() ?? string.Empty;

    /// <summary>Many ids as one parameter.</summary>
    public static string[] List(IEnumerable<Guid> ids) => [.. ids.Select(Of)];

    /// <summary>Many ids as one text.</summary>
    public static string Json(IEnumerable<Guid> ids) => JsonSerializer.Serialize(ids.Select(Of));

    /// <summary>Ids of such a text.</summary>
    public static IReadOnlyList<Guid> Ids(string list) => JsonSerializer.Deserialize<Guid[]>(list)!;

    /// <summary>Many texts as one parameter, as they are compared.</summary>
    public static string[] Keys(IEnumerable<string> texts) => [.. texts.Where(text => text.Length > 0).Select(Key)];
}
