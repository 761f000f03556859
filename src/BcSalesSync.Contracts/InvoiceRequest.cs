namespace BcSalesSync.Contracts;

/// <summary>Posted invoices of Business Central that are to be sent to Sales; at least one is named.</summary>
public sealed record InvoiceRequest
{
    /// <summary>SystemIds of posted invoices.</summary>
    public IReadOnlyList<Guid> BcIds { get; init; } = [];

    /// <summary>Numbers of posted invoices.</summary>
    public IReadOnlyList<string> BcNos { get; init; } = [];

    /// <summary>True to only say what would be done: nothing is written anywhere.</summary>
    public bool Preview { get; init; }

    /// <summary>True when invoices are named.</summary>
    public bool Names => BcIds.Count > 0 || BcNos.Count > 0;
}
