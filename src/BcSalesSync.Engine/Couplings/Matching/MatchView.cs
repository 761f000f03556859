using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>Shows what matching found to people.</summary>
/// <param name="mapping">The mapping.</param>
/// <param name="groups">The groups that were tried.</param>
internal sealed class MatchView(TableMapping mapping, IReadOnlyList<MatchGroup> groups)
{
    /// <summary>A record that was matched, or not.</summary>
    public BcCouplingMatch Of(MatchResult result)
    {
        var match = Shown(result);
        return match with { RecommendedAction = MatchAdvice.Of(match, result.OwnerIsGone) };
    }

    private BcCouplingMatch Shown(MatchResult result) => new()
    {
        Mapping = mapping.Name,
        BcId = result.Record.Id,
        BcNo = result.Record.No,
        BcName = result.Record.Name,
        Outcome = result.Outcome,
        SalesId = result.Row?.Id,
        SalesName = result.Row?.Name,
        Candidates =
        [
            .. (result.Entry?.Rows ?? []).OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Id)
                .Select(Candidate),
        ],
        CandidateCount = result.Entry?.Count ?? 0,
        MatchedOn = result.Entry is { } entry ? Fields(entry.Key) : null,
        Reason = Reason(result),
    };

    /// <summary>A record that is coupled.</summary>
    public BcCouplingMatch Of(CouplingState coupling) => new()
    {
        Mapping = mapping.Name,
        BcId = coupling.BcId,
        BcNo = coupling.BcNo,
        BcName = coupling.BcName,
        Outcome = MatchOutcome.AlreadyCoupled,
        SalesId = coupling.SalesId,
        SalesName = coupling.SalesName,
        Reason = $"The record is coupled to {Named(coupling.SalesName, coupling.SalesId)}.",
    };

    /// <summary>A row without partner; one that fits some record is ambiguous: creating it there would double that record.</summary>
    public BcCouplingMatch Of(MatchRow row, bool fits) => new()
    {
        Mapping = mapping.Name,
        Outcome = fits ? MatchOutcome.Ambiguous : MatchOutcome.NoMatch,
        SalesId = row.Id,
        SalesName = row.Name,
        Reason = fits ? "The row fits, but not exactly one record and no other row." : "No uncoupled record of Business Central fits.",
    };

    private static BcMatchCandidate Candidate(MatchRow row) => new() { SalesId = row.Id, SalesName = row.Name, CoupledTo = row.Owner };

    private string Reason(MatchResult result) => result switch
    {
        { Outcome: MatchOutcome.Matched, Entry: { } entry } => $"Exactly one row has the same {Fields(entry.Key)}.",
        { Outcome: MatchOutcome.Taken, Row: { Owner: null } row } => $"{Named(row)} goes to {result.Other}, which fits it better.",
        { Outcome: MatchOutcome.Taken, OwnerIsGone: true, Row: { } row } =>
            $"{Named(row)} is coupled to {result.Other}, which is gone from Business Central.",
        { Outcome: MatchOutcome.Taken, Row: { } row } => $"{Named(row)} is coupled to {result.Other}.",
        { Outcome: MatchOutcome.Ambiguous, Row: { } row } => $"{Named(row)} fits {result.Other} as well.",
        { Outcome: MatchOutcome.Ambiguous, Entry: { } entry } => $"{entry.Count} rows have the same {Fields(entry.Key)}.",
        { Record.Entries: var entries } when entries.All(entry => entry is null) => "The record has no value to match by.",
        _ => "No row fits.",
    };

    private string Fields(MatchKey key) =>
        string.Join(", ", groups[key.Group].Criteria.Where((_, i) => key.Shape[i] == '1').Select(criterion => criterion.Name));

    private static string Named(MatchRow row) => Named(row.Name, row.Id);

    private static string Named(string? name, Guid id) => name is null ? $"Row {id}" : $"'{name}'";
}
