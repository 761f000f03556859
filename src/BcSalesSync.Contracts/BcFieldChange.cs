namespace BcSalesSync.Contracts;

/// <summary>One field that a synchronisation writes.</summary>
public sealed record BcFieldChange
{
    /// <summary>Name of the field on the destination side.</summary>
    public required string Field { get; init; }

    /// <summary>Value before; null when empty or the record is new.</summary>
    public object? OldValue { get; init; }

    /// <summary>Value after; null when emptied.</summary>
    public object? NewValue { get; init; }

    /// <summary>True when the value before was set since both sides last agreed, so that somebody's edit is lost.</summary>
    public bool OverwritesEdit { get; init; }
}
