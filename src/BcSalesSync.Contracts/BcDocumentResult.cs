namespace BcSalesSync.Contracts;

/// <summary>What happened to one document.</summary>
public sealed record BcDocumentResult
{
    /// <summary>Order, quote or invoice.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Row id in Sales; null when there is no row yet.</summary>
    public Guid? SalesId { get; init; }

    /// <summary>Number in Sales.</summary>
    public string? Number { get; init; }

    /// <summary>Number in Business Central; null when there is no document yet.</summary>
    public string? BcNo { get; init; }

    /// <summary>What was done.</summary>
    public required SyncAction Action { get; init; }

    /// <summary>What is worth knowing about it, in a sentence or two; null when nothing is.</summary>
    public string? Message { get; init; }

    /// <summary>The failure; null when none.</summary>
    public BcSyncError? Error { get; init; }

    /// <summary>Run that did it.</summary>
    public required Guid RunId { get; init; }
}
