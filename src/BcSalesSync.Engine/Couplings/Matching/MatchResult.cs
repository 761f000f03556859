using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>What was decided about a record.</summary>
/// <param name="Record">The record.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Entry">What decided; null when nothing fits.</param>
/// <param name="Other">The record that has the row, or wants it as well; null when there is none.</param>
internal sealed record MatchResult(MatchRecord Record, MatchOutcome Outcome, MatchEntry? Entry, string? Other)
{
    /// <summary>The only row that fits; null when there is none or several.</summary>
    public MatchRow? Row => Entry is { Count: 1 } entry ? entry.Rows[0] : null;

    /// <summary>True when the record that has the row is gone from Business Central, so that only its coupling stands in the way.</summary>
    public bool OwnerIsGone { get; init; }
}
