namespace BcSalesSync.Contracts;

/// <summary>A mapped field whose two sides do not agree.</summary>
public sealed record BcDifference
{
    /// <summary>Field in Business Central; null when a constant or a computed value stands against the column.</summary>
    public string? BcField { get; init; }

    /// <summary>Column in Sales; null when a constant stands against the field.</summary>
    public string? SalesField { get; init; }

    /// <summary>Value in Business Central as a person reads it; empty when blank.</summary>
    public string BcValue { get; init; } = string.Empty;

    /// <summary>Value in Sales as a person reads it; empty when blank.</summary>
    public string SalesValue { get; init; } = string.Empty;

    /// <summary>Why the two cannot be compared; null when they can.</summary>
    public string? Message { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        Message ?? $"{BcField ?? SalesField}: '{BcValue}' <> '{SalesValue}'";
}
