using System.Globalization;
using System.Text.Json;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral.Reading;

/// <summary>Reads rows of one table straight into records in normal form; properties that were not asked for are skipped.</summary>
internal sealed class RecordReader
{
    private readonly BcTable table;
    private readonly Binding[] bindings;
    private readonly HashSet<string> wanted;

    public RecordReader(BcTable table, IEnumerable<string> columns)
    {
        this.table = table;
        wanted = columns.ToHashSet(StringComparer.Ordinal);
        bindings = table.Select(wanted).Select(name => new Binding(name, JsonEncodedText.Encode(name), table.KindOf(name))).ToArray();
    }

    public Record Read(ref Utf8JsonReader reader)
    {
        Guid? id = null;
        string? etag = null;
        string? version = null;
        DateTimeOffset? modified = null;
        var values = new Dictionary<string, FieldValue>(wanted.Count, StringComparer.Ordinal);
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("@odata.etag"u8))
            {
                reader.Read();
                etag = reader.GetString();
                continue;
            }

            var index = Find(ref reader, next);
            reader.Read();
            if (index < 0)
            {
                reader.Skip();
                continue;
            }

            next = index + 1;
            var name = bindings[index].Name;
            if (name == table.StampColumn)
                version = ReadStamp(ref reader);
            var value = ReadValue(ref reader, bindings[index]);
            if (name == "id")
                id = value.AsId();
            if (name == table.ModifiedColumn)
                modified = value.Raw as DateTimeOffset?;
            if (wanted.Contains(name))
                values[name] = value;
        }

        return new Record
        {
            Id = id ?? throw new JsonException($"A row of {table.Schema.Name} has no id."),
            ETag = etag,
            Version = version,
            ModifiedAt = modified,
            Values = values,
        };
    }

    // Properties usually come in the order of $select, so the next one is tried first.
    private int Find(ref Utf8JsonReader reader, int next)
    {
        for (var step = 0; step < bindings.Length; step++)
        {
            var index = (next + step) % bindings.Length;
            if (reader.ValueTextEquals(bindings[index].Wire.EncodedUtf8Bytes))
                return index;
        }

        return -1;
    }

    private static string? ReadStamp(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetInt64().ToString(CultureInfo.InvariantCulture),
        JsonTokenType.String => reader.GetString(),
        _ => null,
    };

    private FieldValue ReadValue(ref Utf8JsonReader reader, Binding binding)
    {
        var value = JsonFieldValue.Read(ref reader, binding.Kind);
        if (binding.Kind == FieldKind.Option && value.AsText() is { } choice)
            return FieldValue.Text(EnumName.Decode(choice));
        var isLocal = binding.Name == BcTable.CurrencyColumn && table.LocalCurrency is { } local && value.AsText() == local;
        return isLocal ? FieldValue.Empty : value;
    }

    private sealed record Binding(string Name, JsonEncodedText Wire, FieldKind Kind);
}
