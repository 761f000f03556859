namespace BcSalesSync.Contracts;

/// <summary>Asks how couplings whose records are gone would be repaired.</summary>
public sealed record CouplingRepairRequest
{
    /// <summary>Which couplings to look at.</summary>
    public CouplingQuery Query { get; init; } = new();

    /// <summary>Couplings to look at instead of those of the query; null for the query.</summary>
    public IReadOnlyList<BcCoupling>? Couplings { get; init; }

    /// <summary>What to do where one side is gone; null for what the mapping's rule for deletions says.</summary>
    public CouplingRepair? Resolution { get; init; }
}
