namespace BcSalesSync.Contracts;

/// <summary>
/// What matching found for one record, as a proposal: nothing is coupled yet. A row of Sales that has no partner is reported with its
/// Sales side only.
/// </summary>
public sealed record BcCouplingMatch
{
    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>SystemId of the record; null for a row of Sales without partner.</summary>
    public Guid? BcId { get; init; }

    /// <summary>Number or code.</summary>
    public string? BcNo { get; init; }

    /// <summary>Name in Business Central.</summary>
    public string? BcName { get; init; }

    /// <summary>What was found.</summary>
    public required MatchOutcome Outcome { get; init; }

    /// <summary>Row that is proposed, taken or coupled; null when there is not exactly one.</summary>
    public Guid? SalesId { get; init; }

    /// <summary>Primary name of that row.</summary>
    public string? SalesName { get; init; }

    /// <summary>Rows that fit, the first few of them.</summary>
    public IReadOnlyList<BcMatchCandidate> Candidates { get; init; } = [];

    /// <summary>Number of rows that fit.</summary>
    public int CandidateCount { get; init; }

    /// <summary>Fields of Business Central whose values decided, in the order of the mapping; null when none did.</summary>
    public string? MatchedOn { get; init; }

    /// <summary>Why the outcome is what it is, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do about a record that was not matched; null for others.</summary>
    public string? RecommendedAction { get; init; }
}
