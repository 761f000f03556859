using System.Globalization;
using System.Xml;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral.Metadata;

/// <summary>Reads $metadata (CSDL): sets, their properties, lengths, enumerations and what may be written.</summary>
internal sealed class MetadataReader
{
    private readonly Dictionary<string, List<PropertyDraft>> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OptionChoice>> enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> typeBySet = new(StringComparer.Ordinal);

    private MetadataReader()
    {
    }

    /// <summary>The sets by name.</summary>
    /// <exception cref="XmlException">The text is no XML.</exception>
    public static IReadOnlyDictionary<string, MetadataSet> Read(Stream csdl)
    {
        var reader = new MetadataReader();
        using (var xml = XmlReader.Create(csdl, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }))
            reader.Walk(xml);
        return reader.typeBySet.ToDictionary(pair => pair.Key, pair => reader.Build(pair.Key, pair.Value), StringComparer.Ordinal);
    }

    private void Walk(XmlReader xml)
    {
        List<PropertyDraft> properties = [];
        List<OptionChoice> members = [];
        PropertyDraft? annotated = null;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "Property" or "Annotations")
                annotated = null;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "EntityType":
                    types[xml.GetAttribute("Name")!] = properties = [];
                    break;
                case "EnumType":
                    enums[xml.GetAttribute("Name")!] = members = [];
                    break;
                case "Member":
                    members.Add(ReadMember(xml, members.Count));
                    break;
                case "Property":
                    var property = ReadProperty(xml);
                    properties.Add(property);
                    annotated = xml.IsEmptyElement ? null : property;
                    break;
                case "Annotations":
                    annotated = FindTarget(xml.GetAttribute("Target"));
                    break;
                case "Annotation":
                    annotated?.Apply(xml.GetAttribute("Term"), xml.GetAttribute("Bool"), xml.GetAttribute("EnumMember"));
                    break;
                case "EntitySet":
                    typeBySet[xml.GetAttribute("Name")!] = LastSegment(xml.GetAttribute("EntityType")!);
                    break;
            }
        }
    }

    private static OptionChoice ReadMember(XmlReader xml, int ordinal) => new(
        int.TryParse(xml.GetAttribute("Value"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : ordinal,
        EnumName.Decode(xml.GetAttribute("Name")!));

    private static PropertyDraft ReadProperty(XmlReader xml) => new(
        xml.GetAttribute("Name")!,
        xml.GetAttribute("Type")!,
        int.TryParse(xml.GetAttribute("MaxLength"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null);

    private PropertyDraft? FindTarget(string? target)
    {
        var slash = target?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash > 0 && types.TryGetValue(LastSegment(target![..slash]), out var properties)
            ? properties.Find(property => property.Name == target[(slash + 1)..])
            : null;
    }

    private MetadataSet Build(string set, string type)
    {
        var properties = types.GetValueOrDefault(type) ?? [];
        var columns = properties.Where(property => property.Type is not ("Edm.Stream" or "Edm.Binary") && !property.IsCollection);
        var built = columns.Select(property => property.Build(enums.GetValueOrDefault(LastSegment(property.Type))));
        return new MetadataSet(set, built.ToList());
    }

    private static string LastSegment(string name) => name[(name.LastIndexOf('.') + 1)..];
}
