using System.Management.Automation;

namespace BcSalesSync.PowerShell.Commands;

/// <summary>
/// Refuses a number alone as a time. PowerShell would take the number 10 for ten ticks, a millionth of a second, and the text '10' for ten days.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeBudgetAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return IsNumber(value)
            ? throw new ArgumentTransformationMetadataException(
                $"{value} could be seconds, minutes or days. Give hours, minutes and seconds, such as 00:50:00 for fifty minutes.")
            : inputData;
    }

    private static bool IsNumber(object? value) => value is string text
        ? text.Length > 0 && text.All(char.IsAsciiDigit)
        : Convert.GetTypeCode(value) is >= TypeCode.SByte and <= TypeCode.Decimal;
}
