namespace BcSalesSync.Contracts;

/// <summary>Progress of a run, for shells that show it.</summary>
public sealed record BcProgress
{
    /// <summary>Stable id of the bar; 0 is the run itself, others belong to mappings.</summary>
    public int Id { get; init; }

    /// <summary>What is being done.</summary>
    public required string Activity { get; init; }

    /// <summary>Where it stands.</summary>
    public required string Status { get; init; }

    /// <summary>0 to 100, or -1 when unknown.</summary>
    public int PercentComplete { get; init; }

    /// <summary>True when the bar can go.</summary>
    public bool Completed { get; init; }
}
