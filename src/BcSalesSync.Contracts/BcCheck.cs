namespace BcSalesSync.Contracts;

/// <summary>One precondition of synchronising, and whether it is met.</summary>
public sealed record BcCheck
{
    /// <summary>What was looked at.</summary>
    public required string Check { get; init; }

    /// <summary>How it is.</summary>
    public required CheckStatus Status { get; init; }

    /// <summary>What was found.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it; null when there is nothing to do.</summary>
    public string? RecommendedAction { get; init; }
}
