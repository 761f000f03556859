using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;

namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>Errors of records that found no partner, one each, with what a person can do about it.</summary>
internal static class UnmatchedErrors
{
    /// <summary>The error of a record.</summary>
    public static BcSyncError Of(BcCouplingMatch match, Guid jobId, DateTimeOffset now) =>
        ErrorCatalog.Create(
            now, $"BcSync.Match.{match.Outcome}", FailureClass.Data, $"{Label(match)}: {match.Reason}", match.RecommendedAction ?? string.Empty) with
        {
            Mapping = match.Mapping,
            BcId = match.BcId,
            BcNo = match.BcNo,
            SalesId = match.SalesId,
            SalesName = match.SalesName,
            JobId = jobId,
        };

    /// <summary>All of them in one sentence; null when there are none.</summary>
    public static string? Summary(IReadOnlyCollection<BcCouplingMatch> unmatched) => unmatched.Count == 0 ? null
        : $"{unmatched.Count} records have no unique match: {string.Join(", ", unmatched.GroupBy(match => match.Outcome)
            .OrderBy(group => group.Key).Select(group => $"{group.Count()} {Words(group.Key)}"))}.";

    private static string Words(MatchOutcome outcome) => outcome switch
    {
        MatchOutcome.NoMatch => "without match",
        MatchOutcome.Ambiguous => "ambiguous",
        _ => "whose row belongs to another record",
    };

    private static string Label(BcCouplingMatch match) => match.BcName is null ? match.BcNo ?? $"{match.BcId}"
        : $"{match.BcNo ?? $"{match.BcId}"} ({match.BcName})";
}
