using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BcSalesSync.Help;

/// <summary>The comments of the code, as the compiler writes them beside each assembly.</summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<Assembly, Dictionary<string, string>> files = [];

    /// <summary>Summary of a type; empty when there is none.</summary>
    internal string Of(Type type) => Find(type.Assembly, $"T:{type.FullName}");

    /// <summary>Summary of a property; empty when there is none.</summary>
    internal string Of(PropertyInfo property) => Find(property.DeclaringType!.Assembly, $"P:{property.DeclaringType.FullName}.{property.Name}");

    /// <summary>Summary of a field, such as the value of an enumeration; empty when there is none.</summary>
    internal string Of(FieldInfo field) => Find(field.DeclaringType!.Assembly, $"F:{field.DeclaringType.FullName}.{field.Name}");

    private string Find(Assembly assembly, string member)
    {
        if (!files.TryGetValue(assembly, out var summaries))
            files[assembly] = summaries = Read(Path.ChangeExtension(assembly.Location, ".xml"));
        return summaries.GetValueOrDefault(member, string.Empty);
    }

    private static Dictionary<string, string> Read(string file) => !File.Exists(file) ? [] : XDocument.Load(file).Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => TextOf(member.Element("summary")!));

    // Lines of the source are not lines of the help; a reference shows the last part of the name it refers to, and readers of the help do
    // not have the specification.
    private static string TextOf(XElement summary) => string.Join(' ', Specification().Replace(string.Concat(summary.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => (reference.FirstAttribute?.Value ?? string.Empty).Split('.', ':')[^1],
        XElement element => element.Value,
        _ => string.Empty,
    })), string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\s*\(spec/[^)]*\)")]
    private static partial Regex Specification();
}
