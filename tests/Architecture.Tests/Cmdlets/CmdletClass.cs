using System.Management.Automation;
using System.Reflection;
using Architecture.Tests.Projects;

namespace Architecture.Tests.Cmdlets;

// A cmdlet as its attributes describe it; they are read as data, since the reference assembly of PowerShell cannot run.
internal sealed record CmdletClass(Type Type, CustomAttributeData Attribute)
{
    public static IReadOnlyList<CmdletClass> All { get; } =
    [
        .. ProductAssemblies.Load("PowerShell").GetTypes().Where(type => !type.IsAbstract)
            .SelectMany(type => type.GetCustomAttributesData().Where(data => data.AttributeType == typeof(CmdletAttribute))
                .Select(data => new CmdletClass(type, data))),
    ];

    public string Verb => (string)Attribute.ConstructorArguments[0].Value!;

    public string Noun => (string)Attribute.ConstructorArguments[1].Value!;

    public string Name => $"{Verb}-{Noun}";

    public bool SupportsShouldProcess =>
        Attribute.NamedArguments.Any(argument => argument.MemberName == nameof(CmdletAttribute.SupportsShouldProcess) && argument.TypedValue.Value is true);

    public IReadOnlyList<string> OutputTypes => [.. Type.GetCustomAttributesData().Where(data => data.AttributeType == typeof(OutputTypeAttribute))
        .Select(data => string.Join(' ', data.ConstructorArguments.Select(argument => argument.ToString())))];

    public IEnumerable<CmdletParameter> Parameters => Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => new CmdletParameter(this, property)).Where(parameter => parameter.Declarations.Count > 0);
}
