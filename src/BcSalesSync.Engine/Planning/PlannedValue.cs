using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Planning;

/// <summary>A value that is to be written.</summary>
/// <param name="Field">The row it comes from.</param>
/// <param name="Old">Value before.</param>
/// <param name="New">Value after.</param>
public sealed record PlannedValue(PassField Field, FieldValue Old, FieldValue New)
{
    /// <summary>True when the value before was set since both sides last agreed: whoever set it loses it.</summary>
    public bool OverwritesEdit { get; init; }

    /// <summary>True when the column takes no value with a create, so that it is written once the record exists.</summary>
    public bool IsLater => !Field.Destination.CanCreate;
}
