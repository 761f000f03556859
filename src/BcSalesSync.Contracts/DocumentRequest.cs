namespace BcSalesSync.Contracts;

/// <summary>Documents to be worked on; nothing named means all that wait.</summary>
public sealed record DocumentRequest
{
    /// <summary>Row ids in Sales.</summary>
    public IReadOnlyList<Guid> SalesIds { get; init; } = [];

    /// <summary>Numbers in Sales, as they are written there.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>True to only say what would be done: nothing is written anywhere.</summary>
    public bool Preview { get; init; }

    /// <summary>True when documents are named.</summary>
    public bool Names => SalesIds.Count > 0 || Numbers.Count > 0;
}
