using System.Reflection;
using System.Xml.Linq;

namespace BcSalesSync.Help.Tests;

// The help file as the build wrote it.
internal static class WrittenHelp
{
    public static XNamespace Maml { get; } = "http://schemas.microsoft.com/maml/2004/10";

    public static XNamespace Command { get; } = "http://schemas.microsoft.com/maml/dev/command/2004/10";

    public static XNamespace Dev { get; } = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static string ModuleSource { get; } = Metadata("ModuleSource");

    public static IReadOnlyList<XElement> Commands { get; } = [.. XDocument.Load(Metadata("HelpFile")).Root!.Elements(Command + "command")];

    public static XElement Of(string name) => Commands.Single(command => NameOf(command) == name);

    public static string NameOf(XElement command) => command.Element(Command + "details")!.Element(Command + "name")!.Value;

    public static IEnumerable<XElement> ParametersOf(XElement command) => command.Element(Command + "parameters")!.Elements();

    public static XElement Parameter(string command, string name) =>
        ParametersOf(Of(command)).Single(parameter => parameter.Element(Maml + "name")!.Value == name);

    public static string TextOf(XElement described) =>
        string.Join('\n', (described.Element(Maml + "description")?.Elements() ?? []).Select(paragraph => paragraph.Value));

    private static string Metadata(string key) => typeof(WrittenHelp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
