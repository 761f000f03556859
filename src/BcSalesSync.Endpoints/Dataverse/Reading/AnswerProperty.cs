using System.Text;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>One property of an answer that means something to a read.</summary>
/// <param name="Name">Its name as bytes, to be compared without making text of it.</param>
/// <param name="Role">What it gives.</param>
internal sealed record AnswerProperty(byte[] Name, PropertyRole Role)
{
    private const string TableAnnotation = "@Microsoft.Dynamics.CRM.lookuplogicalname";

    /// <summary>What the value holds.</summary>
    internal FieldKind Kind { get; init; }

    /// <summary>Position of the column it fills; -1 when the column was not asked for.</summary>
    internal int Column { get; init; } = -1;

    /// <summary>Number of the lookup among those that need to know their table; -1 for others.</summary>
    internal int LookupSlot { get; init; } = -1;

    /// <summary>Tables the lookup may lead to.</summary>
    internal IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>True for the primary key.</summary>
    internal bool IsId { get; init; }

    /// <summary>True for the version.</summary>
    internal bool IsVersion { get; init; }

    /// <summary>True for the time of the last write.</summary>
    internal bool IsModifiedAt { get; init; }

    /// <summary>Lists the properties of a selection.</summary>
    internal static IReadOnlyList<AnswerProperty> For(Selection selection)
    {
        var properties = new List<AnswerProperty> { new("@odata.etag"u8.ToArray(), PropertyRole.ETag) };
        var lookups = 0;
        foreach (var name in selection.Names.Append(selection.Table.IdAttribute).Distinct())
        {
            var attribute = selection.Table.Attributes.Values.FirstOrDefault(item => item.WireName == name);
            var kind = attribute?.Column.Kind ?? FieldKind.UniqueId;
            var slot = kind == FieldKind.Lookup ? lookups++ : -1;
            if (slot >= 0)
                properties.Add(new(Encoding.UTF8.GetBytes(name + TableAnnotation), PropertyRole.LookupTable) { LookupSlot = slot });
            properties.Add(new(Encoding.UTF8.GetBytes(name), PropertyRole.Value)
            {
                Kind = kind,
                Column = Position(selection, attribute?.Column.Name ?? name),
                LookupSlot = slot,
                Targets = attribute?.Column.Targets ?? [],
                IsId = name == selection.Table.IdAttribute,
                IsVersion = name == "versionnumber",
                IsModifiedAt = name == "modifiedon",
            });
        }

        properties.Add(new("id"u8.ToArray(), PropertyRole.DeletedId));
        properties.Add(new("reason"u8.ToArray(), PropertyRole.DeletedReason));
        return properties;
    }

    private static int Position(Selection selection, string column) =>
        selection.Ordinals.TryGetValue(column, out var position) ? position : -1;
}
