using System.Xml.Linq;

namespace BcSalesSync.Help;

/// <summary>The help of commands in the format that Get-Help reads.</summary>
internal static class MamlFile
{
    private static readonly XNamespace Root = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The help file of commands.</summary>
    internal static XDocument Of(IEnumerable<CommandHelp> commands) => new(
        new XElement(
            Root + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            commands.Select(Of)));

    private static XElement Of(CommandHelp command) => new(
        Command + "command",
        new XElement(
            Command + "details",
            new XElement(Command + "name", command.Name),
            new XElement(Command + "verb", command.Verb),
            new XElement(Command + "noun", command.Noun),
            Description([command.Synopsis])),
        Description(command.Page.Description),
        new XElement(Command + "syntax", command.Sets.Select(set => Syntax(command, set))),
        new XElement(Command + "parameters", command.Parameters.Select(parameter => Parameter(parameter, MostDemanding(parameter)))),
        new XElement(Command + "inputTypes", Inputs(command).Select(type => new XElement(Command + "inputType", TypeOf(type)))),
        new XElement(Command + "returnValues", command.Outputs.Select(output =>
            new XElement(Command + "returnValue", TypeOf(output.Type), Description([output.Text])))),
        new XElement(Command + "examples", command.Page.Examples.Select((example, index) => Example(example, index + 1))),
        new XElement(Command + "relatedLinks", command.Page.SeeAlso.Select(name =>
            new XElement(Maml + "navigationLink", new XElement(Maml + "linkText", name), new XElement(Maml + "uri")))));

    private static XElement Syntax(CommandHelp command, string? set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", command.Name),
        command.Parameters.Select(parameter => (Parameter: parameter, Declaration: parameter.In(set)))
            .Where(found => found.Declaration is not null)
            .Select(found => Parameter(found.Parameter, found.Declaration!)));

    private static XElement Parameter(ParameterHelp parameter, ParameterDeclaration declaration) => new(
        Command + "parameter",
        new XAttribute("required", declaration.Mandatory),
        new XAttribute("variableLength", parameter.Type.EndsWith("[]", StringComparison.Ordinal)),
        new XAttribute("globbing", parameter.Wildcards),
        new XAttribute("pipelineInput", declaration.PipelineInput),
        new XAttribute("position", (object?)declaration.Position ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(Maml + "name", parameter.Name),
        Description([parameter.Text, .. parameter.Values.Select(value => $"- {value.Name}: {value.Text}")]),
        ValueOf(parameter),
        TypeOf(parameter.Type),
        new XElement(Dev + "defaultValue", parameter.IsSwitch ? "False" : "None"));

    private static XElement? ValueOf(ParameterHelp parameter) =>
        parameter.IsSwitch ? null
        : new XElement(Command + "parameterValue", new XAttribute("required", true), new XAttribute("variableLength", false), parameter.Type);

    // The declaration that the list of parameters shows: the one that asks the most.
    private static ParameterDeclaration MostDemanding(ParameterHelp parameter) =>
        parameter.Declarations.OrderByDescending(declaration => declaration.Mandatory).First();

    private static IEnumerable<string> Inputs(CommandHelp command) => command.Parameters
        .Where(parameter => parameter.Declarations.Any(declaration => declaration.PipelineInput.Contains("ByValue", StringComparison.Ordinal)))
        .Select(parameter => parameter.Type).Distinct();

    // Get-Help writes the next title close under the last remark; an empty one keeps them apart.
    private static XElement Example(HelpExample example, int number) => new(
        Command + "example",
        new XElement(Maml + "title", $"---- Example {number}: {example.Title} ----"),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", Paragraphs([.. example.Remarks, string.Empty])));

    private static XElement TypeOf(string type) => new(Dev + "type", new XElement(Maml + "name", type));

    private static XElement Description(IEnumerable<string> paragraphs) => new(Maml + "description", Paragraphs(paragraphs));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> texts) => texts.Select(text => new XElement(Maml + "para", text));
}
