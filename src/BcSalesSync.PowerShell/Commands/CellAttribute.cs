using System.Globalization;
using System.Management.Automation;

namespace BcSalesSync.PowerShell.Commands;

/// <summary>
/// Reads the cell of a CSV row: an empty one is a value not given, a bad one is an error of its row. PowerShell alone would refuse the
/// first and quietly leave out the second.
/// </summary>
/// <param name="type">Type of the value.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CellAttribute(Type type) : ArgumentTransformationAttribute
{
    /// <summary>Type of the value.</summary>
    public Type Type => type;

    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        string text => Read(text),
        PSObject { BaseObject: string text } => Read(text),
        _ => inputData,
    };

    private object? Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (type.IsEnum)
        {
            return Enum.TryParse(type, text, ignoreCase: true, out var member) && Enum.IsDefined(type, member)
                ? member
                : throw Refused(text);
        }

        if (type == typeof(bool))
            return bool.TryParse(text, out var yes) ? yes : throw Refused(text);
        if (type == typeof(int))
            return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : throw Refused(text);
        return text;
    }

    private ArgumentTransformationMetadataException Refused(string text)
    {
        var expected = type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
            : type == typeof(bool) ? "True or False"
            : "a whole number";
        return new ArgumentTransformationMetadataException($"'{text}' is not {expected}.");
    }
}
