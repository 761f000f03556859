namespace BcSalesSync.Contracts;

/// <summary>Items whose stock is to be sent to Sales; none named means those whose stock moved since the last time.</summary>
public sealed record AvailabilityRequest
{
    /// <summary>SystemIds of items.</summary>
    public IReadOnlyList<Guid> BcIds { get; init; } = [];

    /// <summary>Numbers of items.</summary>
    public IReadOnlyList<string> BcNos { get; init; } = [];

    /// <summary>True when items are named.</summary>
    public bool Names => BcIds.Count > 0 || BcNos.Count > 0;
}
