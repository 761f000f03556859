using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// The JSON of answers: contexts, etags, rows, errors.
internal static class BcJson
{
    private static readonly JsonEncodedText ETagName = JsonEncodedText.Encode("@odata.etag");
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    // The text between the quotes is base64 of '20;<number of the row version>;00;'.
    public static string ETag(Row row)
    {
        var number = unchecked(((ulong)row.Version * 6364136223846793005UL) + 1442695040888963407UL);
        return $"W/\"{Convert.ToBase64String(Encoding.ASCII.GetBytes($"'20;{number:D20};00;'"))}\"";
    }

    public static byte[] Write(Action<Utf8JsonWriter> content) => JsonText.Write(Options, content);

    public static byte[] Error(string code, string message, Guid? correlation) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", code);
        writer.WriteString("message", correlation is { } id ? $"{message}  CorrelationId:  {id:D}." : message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    // "(id,number)" as the context names a selection; nothing when all properties come.
    public static string Selection(EntityQuery query)
    {
        if (query.Select is null && query.Expand.Count == 0)
        {
            return "";
        }

        var names = (query.Select ?? []).Select(property => property.Name)
            .Concat(query.Expand.Select(expansion => expansion.Navigation.Name + Nested(expansion.Query)));
        return $"({string.Join(',', names)})";
    }

    // Annotations are left out for a client that wants no metadata.
    public static void WriteRow(Utf8JsonWriter writer, Row row, EntityQuery query, DataStore store, bool withEtag, string? context = null)
    {
        writer.WriteStartObject();
        if (context is not null)
        {
            writer.WriteString("@odata.context", context);
        }

        if (withEtag && query.Set.Name != "companies")
        {
            writer.WriteString(ETagName, ETag(row));
        }

        foreach (var property in query.Select ?? query.Set.Properties)
        {
            writer.WritePropertyName(property.JsonName);
            ValueWriter.Write(writer, property.Type, property.Read(row));
        }

        foreach (var expansion in query.Expand)
        {
            writer.WritePropertyName(expansion.Navigation.Name);
            WriteExpansion(writer, row, expansion, store, withEtag);
        }

        writer.WriteEndObject();
    }

    private static string Nested(EntityQuery query) => Selection(query) is { Length: > 0 } selection ? selection : "()";

    private static void WriteExpansion(Utf8JsonWriter writer, Row row, Expansion expansion, DataStore store, bool withEtag)
    {
        var partners = QueryRunner.All(expansion.Navigation.Follow(row), expansion.Query);
        if (!expansion.Navigation.IsCollection)
        {
            if (partners.FirstOrDefault() is { } partner)
            {
                WriteRow(writer, partner, expansion.Query, store, withEtag);
            }
            else
            {
                writer.WriteNullValue();
            }

            return;
        }

        writer.WriteStartArray();
        foreach (var partner in partners)
        {
            WriteRow(writer, partner, expansion.Query, store, withEtag);
        }

        writer.WriteEndArray();
    }
}
