using System.Management.Automation;
using System.Reflection;

namespace Architecture.Tests.Cmdlets;

// A parameter of a cmdlet with its declarations, one for each parameter set that has it.
internal sealed record CmdletParameter(CmdletClass Cmdlet, PropertyInfo Property)
{
    public IReadOnlyList<CustomAttributeData> Declarations { get; } =
        [.. Property.GetCustomAttributesData().Where(data => data.AttributeType == typeof(ParameterAttribute))];

    public string Name => Property.Name;

    public bool BindsByPropertyName => Declarations.All(declaration => Has(declaration, nameof(ParameterAttribute.ValueFromPipelineByPropertyName)));

    public bool BindsPipelineObject => Declarations.Any(declaration => Has(declaration, nameof(ParameterAttribute.ValueFromPipeline)));

    public override string ToString() => $"{Cmdlet.Name} -{Name}";

    private static bool Has(CustomAttributeData declaration, string member) =>
        declaration.NamedArguments.Any(argument => argument.MemberName == member && argument.TypedValue.Value is true);
}
