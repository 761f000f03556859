using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Reading;

// Writes the rows of one answer: the selected columns, the primary key in any case, and the annotations asked for.
internal sealed class RowFormat
{
    private const string FormattedValue = "OData.Community.Display.V1.FormattedValue";
    private const string LookupTable = "Microsoft.Dynamics.CRM.lookuplogicalname";
    private const string LookupNavigation = "Microsoft.Dynamics.CRM.associatednavigationproperty";

    private static readonly JsonEncodedText ETagName = JsonEncodedText.Encode("@odata.etag");

    private readonly EntityQuery _query;
    private readonly Preferences _preferences;
    private readonly DataStore _store;
    private readonly SalesTable _table;
    private readonly FormattedValues _formatted;
    private readonly List<Member> _members = [];
    private readonly List<(Expansion Expansion, RowFormat Format)> _expansions = [];

    public RowFormat(EntityQuery query, Preferences preferences, DataStore store)
    {
        _query = query;
        _preferences = preferences;
        _store = store;
        _formatted = new FormattedValues(store);
        _table = SalesSchema.FindSet(query.Set.Name)!;
        var names = query.Select?.Select(property => property.Name) ?? query.Set.Properties.Select(property => property.Name);
        foreach (var name in names.Append(_table.Id.WireName).Distinct())
        {
            _members.Add(new Member(_table.FindWire(name)!, preferences));
        }

        foreach (var expansion in query.Expand)
        {
            _expansions.Add((expansion, new RowFormat(expansion.Query, preferences, store)));
        }
    }

    // The list of columns in the context address: "(name,telephone1)"; nothing when all were asked for.
    public static string ContextList(EntityQuery query)
    {
        if (query.Select is null && query.Expand.Count == 0)
        {
            return "";
        }

        var names = query.Select?.Select(property => property.Name) ?? [];
        return "(" + string.Join(',', names.Concat(query.Expand.Select(item => item.Navigation.Name + ContextList(item.Query)))) + ")";
    }

    // Whether it writes what a request with this query and these preferences wants.
    public bool Serves(EntityQuery query, Preferences preferences) =>
        ReferenceEquals(query, _query) && preferences.AnnotatesLike(_preferences);

    public static string ETagOf(Row row) => $"W/\"{row.Version}\"";

    public void Write(Utf8JsonWriter writer, Row row)
    {
        writer.WriteStartObject();
        WriteMembers(writer, row);
        writer.WriteEndObject();
    }

    public void WriteMembers(Utf8JsonWriter writer, Row row)
    {
        WriteETag(writer, row);
        foreach (var member in _members)
        {
            var value = row[member.Field.Column];
            if (member.IsAnnotated && value is not null)
            {
                WriteAnnotations(writer, member, value);
            }

            writer.WritePropertyName(member.Field.Column.JsonName);
            ValueWriter.Write(writer, member.Field.Column.Type, value);
        }

        foreach (var (expansion, format) in _expansions)
        {
            writer.WritePropertyName(expansion.Navigation.Name);
            if (expansion.Navigation.IsCollection)
            {
                writer.WriteStartArray();
                foreach (var partner in QueryRunner.All(expansion.Navigation.Follow(row), expansion.Query))
                {
                    format.Write(writer, partner);
                }

                writer.WriteEndArray();
            }
            else if (expansion.Navigation.Follow(row).FirstOrDefault() is { } single)
            {
                format.Write(writer, single);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }

    // What ETagOf makes of it, as it stands in JSON.
    private static void WriteETag(Utf8JsonWriter writer, Row row)
    {
        Span<byte> text = stackalloc byte[40];
        Utf8.TryWrite(text, CultureInfo.InvariantCulture, $"\"W/\\\"{row.Version}\\\"\"", out var length);
        writer.WritePropertyName(ETagName);
        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }

    private void WriteAnnotations(Utf8JsonWriter writer, Member member, object value)
    {
        if (member.Formatted is { } formatted && _formatted.Of(_table, member.Field, value) is { } text)
        {
            writer.WriteString(formatted, text);
        }

        if (member.Navigation is null && member.Table is null)
        {
            return;
        }

        var target = LookupResolver.TargetOf(_store, member.Field, (Guid)value);
        if (member.Navigation is { } navigation)
        {
            writer.WriteString(navigation, target.Navigation);
        }

        if (member.Table is { } table)
        {
            writer.WriteString(table, target.Table);
        }
    }

    private sealed class Member
    {
        public Member(Field field, Preferences preferences)
        {
            Field = field;
            Formatted = NameOf(FormattedValue);
            if (field.IsLookup)
            {
                Navigation = NameOf(LookupNavigation);
                Table = NameOf(LookupTable);
            }

            JsonEncodedText? NameOf(string annotation) =>
                preferences.Wants(annotation) ? JsonEncodedText.Encode($"{field.WireName}@{annotation}") : null;
        }

        public Field Field { get; }

        public bool IsAnnotated => Formatted is not null || Navigation is not null || Table is not null;

        public JsonEncodedText? Formatted { get; }

        public JsonEncodedText? Navigation { get; }

        public JsonEncodedText? Table { get; }
    }
}
