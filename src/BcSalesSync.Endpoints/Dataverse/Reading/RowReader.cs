using System.Globalization;
using System.Text.Json;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>
/// Reads one row of an answer. Properties may come in any order; unknown ones are passed over (spec/wire-dataverse.md, wire examples).
/// </summary>
internal struct RowReader(Selection selection)
{
    private readonly FieldValue[] values = new FieldValue[selection.Ordinals.Count];
    private readonly Guid[] lookups = new Guid[selection.LookupCount];
    private readonly string?[] lookupTables = new string?[selection.LookupCount];
    private int expected;
    private string? etag;
    private string? version;
    private DateTimeOffset? modifiedAt;
    private Guid id;
    private Guid? markedId;
    private bool isMark;

    /// <summary>Reads the row the reader stands on.</summary>
    /// <exception cref="JsonException">It has no id.</exception>
    internal static RowOrMark ReadNext(ref Utf8JsonReader json, Selection selection)
    {
        var row = new RowReader(selection);
        row.Read(ref json);
        return row is { isMark: true, markedId: { } gone } && row.id == Guid.Empty
            ? new RowOrMark(null, gone)
            : new RowOrMark(row.ToRecord(), null);
    }

    /// <summary>Reads an answer that is one row.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    internal static Record ReadOne(ReadOnlySpan<byte> body, Selection selection) =>
        ODataPageReader.ReadSingle(body, (ref Utf8JsonReader json) => ReadNext(ref json, selection)).Row
            ?? throw new JsonException("The answer of Dataverse is no row.");

    private void Read(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (FindProperty(ref json) is not { } property)
            {
                json.Skip();
                continue;
            }

            json.Read();
            Take(ref json, property);
        }
    }

    private readonly Record ToRecord()
    {
        if (id == Guid.Empty)
            throw new JsonException($"A row of {selection.Table.Name} came without its id.");
        SettleLookups();
        return new Record
        {
            Id = id,
            ETag = etag,
            Version = version ?? VersionInside(etag),
            ModifiedAt = modifiedAt,
            Values = new RowValues(selection.Ordinals, values),
        };
    }

    private AnswerProperty? FindProperty(ref Utf8JsonReader json)
    {
        var properties = selection.Properties;
        for (var step = 0; step < properties.Count; step++)
        {
            var position = expected + step;
            if (position >= properties.Count)
                position -= properties.Count;
            if (!json.ValueTextEquals(properties[position].Name))
                continue;
            expected = position + 1 == properties.Count ? 0 : position + 1;
            return properties[position];
        }

        return null;
    }

    private void Take(ref Utf8JsonReader json, AnswerProperty property)
    {
        switch (property.Role)
        {
            case PropertyRole.ETag:
                etag = json.GetString();
                break;
            case PropertyRole.LookupTable:
                lookupTables[property.LookupSlot] = json.GetString();
                break;
            case PropertyRole.DeletedId:
                markedId = json.TokenType == JsonTokenType.String && json.TryGetGuid(out var gone) ? gone : null;
                break;
            case PropertyRole.DeletedReason:
                isMark = true;
                json.Skip();
                break;
            default:
                TakeValue(ref json, property);
                break;
        }
    }

    private void TakeValue(ref Utf8JsonReader json, AnswerProperty property)
    {
        if (json.TokenType == JsonTokenType.Null)
            return;
        if (property.LookupSlot >= 0)
        {
            lookups[property.LookupSlot] = json.GetGuid();
            return;
        }

        var value = JsonFieldValue.Read(ref json, property.Kind);
        if (property.IsId)
            id = value.AsId() ?? Guid.Empty;
        if (property.IsVersion)
            version = value.ToString();
        if (property.IsModifiedAt)
            modifiedAt = value.Raw as DateTimeOffset?;
        if (property.Column >= 0)
            values[property.Column] = value;
    }

    private readonly void SettleLookups()
    {
        foreach (var property in selection.Properties)
        {
            if (property.Role != PropertyRole.Value || property.LookupSlot < 0 || lookups[property.LookupSlot] == Guid.Empty)
                continue;
            var target = lookups[property.LookupSlot];
            var table = TableOf(property);
            if (property.Column >= 0)
                values[property.Column] = table is null ? FieldValue.Id(target) : FieldValue.Reference(table, target);
        }
    }

    private readonly string? TableOf(AnswerProperty property) =>
        lookupTables[property.LookupSlot] ?? (property.Targets.Count == 1 ? property.Targets[0] : null);

    private static string? VersionInside(string? etag)
    {
        var number = etag.AsSpan().Trim().TrimStart("W/").Trim('"');
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? number.ToString() : null;
    }
}
