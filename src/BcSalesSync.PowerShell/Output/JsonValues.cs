using System.Collections.Specialized;
using System.Text.Json;

namespace BcSalesSync.PowerShell.Output;

/// <summary>Reads JSON into dictionaries, lists and plain values, whose members PowerShell reaches by name.</summary>
internal static class JsonValues
{
    // Null for no text at all, which is how an answer without a body reads.
    internal static object? Read(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return null;

        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    private static object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Read).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDecimal(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static OrderedDictionary ReadObject(JsonElement element)
    {
        var values = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var property in element.EnumerateObject())
            values[property.Name] = Read(property.Value);
        return values;
    }
}
