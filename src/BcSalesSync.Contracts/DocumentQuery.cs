namespace BcSalesSync.Contracts;

/// <summary>Narrows the documents that are listed; members that are null or false narrow nothing.</summary>
public sealed record DocumentQuery
{
    /// <summary>Kind of the documents.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Only those that wait to be taken over, or failed.</summary>
    public bool Pending { get; init; }

    /// <summary>Number in Sales, with wildcards.</summary>
    public string? Number { get; init; }

    /// <summary>Name in Sales, with wildcards.</summary>
    public string? Name { get; init; }

    /// <summary>Row ids.</summary>
    public IReadOnlyList<Guid> SalesIds { get; init; } = [];
}
