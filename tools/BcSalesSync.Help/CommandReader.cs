using System.Management.Automation;
using System.Reflection;

namespace BcSalesSync.Help;

/// <summary>Reads commands from their assembly: attributes, and the comments of class and parameters.</summary>
/// <remarks>Attributes are read as data, since the reference assembly of PowerShell cannot run.</remarks>
internal static class CommandReader
{
    private static readonly ParameterHelp[] ShouldProcess =
    [
        Switch("WhatIf", "wi", "Shows what the command would do, and does nothing of it."),
        Switch("Confirm", "cf", "Asks before each change."),
    ];

    /// <summary>All commands of an assembly, each with its page.</summary>
    /// <exception cref="InvalidDataException">A command has no page, or a page no command.</exception>
    internal static IReadOnlyList<CommandHelp> Read(Assembly assembly, IReadOnlyList<HelpPage> pages)
    {
        var docs = new XmlDocs();
        var byName = pages.ToDictionary(page => page.Command);
        CommandHelp[] commands =
        [
            .. assembly.GetTypes().Where(type => !type.IsAbstract)
                .Select(type => (Type: type, Attribute: Find(type, typeof(CmdletAttribute))))
                .Where(found => found.Attribute is not null)
                .Select(found => Command(found.Type, found.Attribute!, byName, docs))
                .OrderBy(command => command.Name, StringComparer.Ordinal),
        ];
        if (byName.Keys.Except(commands.Select(command => command.Name)).ToArray() is [var orphan, ..])
            throw new InvalidDataException($"There is a page for {orphan}, but no such command.");
        return commands;
    }

    private static CommandHelp Command(Type type, CustomAttributeData attribute, Dictionary<string, HelpPage> pages, XmlDocs docs)
    {
        var (verb, noun) = ((string)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!);
        if (!pages.TryGetValue($"{verb}-{noun}", out var page))
            throw new InvalidDataException($"There is no page for {verb}-{noun}.");
        var asks = Named(attribute, nameof(CmdletAttribute.SupportsShouldProcess)) is true;
        ParameterHelp[] own =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => (Property: property, Declarations: Declarations(property)))
                .Where(found => found.Declarations.Length > 0)
                .Select(found => Parameter(found.Property, found.Declarations, docs))
                .OrderBy(parameter => parameter.Declarations.Min(declaration => declaration.Position ?? int.MaxValue)),
        ];
        return new CommandHelp
        {
            Verb = verb,
            Noun = noun,
            Synopsis = docs.Of(type),
            Page = page,
            Parameters = asks ? [.. own, .. ShouldProcess] : own,
            Sets = Sets(own, Named(attribute, nameof(CmdletAttribute.DefaultParameterSetName)) as string),
            Outputs = [.. Types(Find(type, typeof(OutputTypeAttribute))).Select(output => (output.Name, docs.Of(output)))],
        };
    }

    private static ParameterHelp Parameter(PropertyInfo property, ParameterDeclaration[] declarations, XmlDocs docs)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var values = type.IsEnum ? type.GetFields(BindingFlags.Public | BindingFlags.Static) : [];
        return new ParameterHelp
        {
            Name = property.Name,
            Type = type.Name,
            Text = docs.Of(property),
            Values = [.. values.Select(value => (value.Name, docs.Of(value)))],
            Aliases = [.. Texts(Find(property, typeof(AliasAttribute)))],
            Wildcards = Find(property, typeof(SupportsWildcardsAttribute)) is not null,
            Declarations = declarations,
        };
    }

    private static ParameterDeclaration[] Declarations(PropertyInfo property) =>
    [
        .. property.GetCustomAttributesData().Where(data => data.AttributeType == typeof(ParameterAttribute))
            .Select(data => new ParameterDeclaration(
                Named(data, nameof(ParameterAttribute.ParameterSetName)) as string,
                Named(data, nameof(ParameterAttribute.Mandatory)) is true,
                Named(data, nameof(ParameterAttribute.Position)) as int?,
                PipelineInput(
                    Named(data, nameof(ParameterAttribute.ValueFromPipeline)) is true,
                    Named(data, nameof(ParameterAttribute.ValueFromPipelineByPropertyName)) is true))),
    ];

    private static string PipelineInput(bool byValue, bool byName) => (byValue, byName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    private static IReadOnlyList<string?> Sets(ParameterHelp[] parameters, string? preset)
    {
        string?[] named = [.. parameters.SelectMany(parameter => parameter.Declarations).Select(declaration => declaration.Set).OfType<string>()];
        return [.. named.Append(preset).Distinct().Where(set => set is not null || named.Length == 0).OrderByDescending(set => set == preset)];
    }

    private static ParameterHelp Switch(string name, string alias, string text) => new()
    {
        Name = name,
        Type = nameof(SwitchParameter),
        Text = text,
        Aliases = [alias],
        Declarations = [new ParameterDeclaration(null, false, null, "False")],
    };

    private static CustomAttributeData? Find(MemberInfo member, Type attribute) =>
        member.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType == attribute);

    private static object? Named(CustomAttributeData attribute, string member) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.MemberName == member).TypedValue.Value;

    private static IEnumerable<string> Texts(CustomAttributeData? attribute) => Arguments(attribute).OfType<string>();

    private static IEnumerable<Type> Types(CustomAttributeData? attribute) => Arguments(attribute).OfType<Type>();

    // The values of a list that the constructor takes.
    private static IEnumerable<object?> Arguments(CustomAttributeData? attribute) =>
        (attribute?.ConstructorArguments ?? []).Select(argument => argument.Value).OfType<IEnumerable<CustomAttributeTypedArgument>>()
            .SelectMany(list => list.Select(argument => argument.Value));
}
