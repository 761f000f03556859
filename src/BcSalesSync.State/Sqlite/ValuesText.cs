using System.Text.Json;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.State.Sqlite;

/// <summary>Values of one side as one JSON object of texts.</summary>
internal static class ValuesText
{
    /// <summary>Writes values; null stays null.</summary>
    public static string? Write(IReadOnlyDictionary<string, FieldValue>? values)
    {
        if (values is null)
            return null;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (column, value) in values)
                writer.WriteString(column, FieldValueText.Write(value));
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Reads values.</summary>
    public static IReadOnlyDictionary<string, FieldValue> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var values = new Dictionary<string, FieldValue>();
        foreach (var member in document.RootElement.EnumerateObject())
            values[string.Intern(member.Name)] = FieldValueText.Read(member.Value.GetString()!);
        return values;
    }
}
