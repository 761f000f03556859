using System.Management.Automation;

namespace BcSalesSync.PowerShell.Commands;

/// <summary>Takes an empty cell of a CSV row for a value that was not given.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BlankAsNullAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is "" or PSObject { BaseObject: "" } ? null : inputData;
}
