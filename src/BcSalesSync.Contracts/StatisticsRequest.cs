namespace BcSalesSync.Contracts;

/// <summary>Customers whose account statistics are to be brought up to date; none named means all that are coupled.</summary>
public sealed record StatisticsRequest
{
    /// <summary>SystemIds of customers.</summary>
    public IReadOnlyList<Guid> BcIds { get; init; } = [];

    /// <summary>Numbers of customers.</summary>
    public IReadOnlyList<string> BcNos { get; init; } = [];

    /// <summary>True when customers are named.</summary>
    public bool Names => BcIds.Count > 0 || BcNos.Count > 0;
}
