namespace BcSalesSync.Contracts;

/// <summary>A document as it stands in Sales, and how far it has come on its way to Business Central.</summary>
public sealed record BcSalesDocument
{
    /// <summary>Order, quote or invoice.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Row id.</summary>
    public required Guid SalesId { get; init; }

    /// <summary>Number in Sales.</summary>
    public string? Number { get; init; }

    /// <summary>Name in Sales.</summary>
    public string? Name { get; init; }

    /// <summary>Name of the account or contact it is for; null when it has none.</summary>
    public string? CustomerName { get; init; }

    /// <summary>Total with tax and freight, in the currency of the document.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO code of the currency; null when it is unknown.</summary>
    public string? Currency { get; init; }

    /// <summary>State in Sales, such as Submitted.</summary>
    public required string State { get; init; }

    /// <summary>Number in Business Central; null before it is taken over.</summary>
    public string? BcNo { get; init; }

    /// <summary>How far it has come.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>Why it failed or cannot be taken over; null otherwise.</summary>
    public string? Message { get; init; }
}
