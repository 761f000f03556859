namespace BcSalesSync.Contracts;

/// <summary>What matching says about a record (spec/engine.md 1.6).</summary>
public enum MatchOutcome
{
    /// <summary>Exactly one free row fits, and it fits no other record.</summary>
    Matched,

    /// <summary>Nothing fits, or the record has no value to match by.</summary>
    NoMatch,

    /// <summary>Several rows fit, or the row fits several records: a person has to choose.</summary>
    Ambiguous,

    /// <summary>The row that fits belongs to another record.</summary>
    Taken,

    /// <summary>The record is coupled and was not matched.</summary>
    AlreadyCoupled,
}
