using System.ComponentModel;
using System.Management.Automation;
using System.Reflection;
using BcSalesSync.PowerShell.Commands;

namespace BcSalesSync.PowerShell.Tests.Doubles;

/// <summary>Binds a row of text to the parameters that say they bind by property name, and takes it off again afterwards.</summary>
internal sealed class RowBinding : IDisposable
{
    private readonly BcCommand command;
    private readonly List<(PropertyInfo Property, object? Before)> bound = [];

    private RowBinding(BcCommand command) => this.command = command;

    public static RowBinding Bind(BcCommand command, IReadOnlyDictionary<string, string> row)
    {
        var binding = new RowBinding(command);
        foreach (var property in command.GetType().GetProperties())
        {
            if (property.PropertyType == typeof(PSObject))
                binding.Set(property, new PSObject());
            else if (BindsByName(property) && Names(property).FirstOrDefault(row.ContainsKey) is { } heading)
                binding.Set(property, Converted(property, row[heading]));
        }

        return binding;
    }

    public void Dispose() => bound.ForEach(b => b.Property.SetValue(command, b.Before));

    public static IEnumerable<string> Names(PropertyInfo property) =>
        Attributes<AliasAttribute>(property)
            .SelectMany(a => (IReadOnlyCollection<CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)
            .Select(a => (string)a.Value!)
            .Prepend(property.Name);

    public static bool BindsByName(PropertyInfo property) => Attributes<ParameterAttribute>(property)
        .Any(a => a.NamedArguments.Any(n => n.MemberName == "ValueFromPipelineByPropertyName" && n.TypedValue.Value is true));

    private static IEnumerable<CustomAttributeData> Attributes<T>(PropertyInfo property) =>
        property.CustomAttributes.Where(a => a.AttributeType == typeof(T));

    private static object? Converted(PropertyInfo property, string cell)
    {
        if (property.GetCustomAttribute<CellAttribute>() is { } attribute)
            return attribute.Transform(null!, cell);
        if (property.PropertyType == typeof(string[]))
            return new[] { cell };
        return TypeDescriptor.GetConverter(property.PropertyType).ConvertFromInvariantString(cell);
    }

    private void Set(PropertyInfo property, object? value)
    {
        bound.Add((property, property.GetValue(command)));
        property.SetValue(command, value);
    }
}
