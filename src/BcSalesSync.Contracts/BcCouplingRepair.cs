namespace BcSalesSync.Contracts;

/// <summary>A coupling whose record is gone on one side or both, and what is to be done with it.</summary>
public sealed record BcCouplingRepair
{
    /// <summary>The coupling; it says where its record is missing.</summary>
    public required BcCoupling Coupling { get; init; }

    /// <summary>What is to be done.</summary>
    public required CouplingRepair Action { get; init; }

    /// <summary>Why nothing is to be done, and what a person can do; null when something is.</summary>
    public BcSyncError? Error { get; init; }
}
