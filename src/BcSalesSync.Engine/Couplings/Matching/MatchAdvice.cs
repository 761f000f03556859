using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;

namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>What a person can do about a record that found no partner.</summary>
internal static class MatchAdvice
{
    /// <summary>The next step; null for a record that found one.</summary>
    /// <param name="match">The record and what was found for it.</param>
    /// <param name="ownerIsGone">Whether only the coupling of a record that is gone stands in the way.</param>
    public static string? Of(BcCouplingMatch match, bool ownerIsGone) => match.Outcome switch
    {
        MatchOutcome.Matched or MatchOutcome.AlreadyCoupled => null,
        MatchOutcome.NoMatch => $"Couple it by hand: New-BcCoupling -Mapping {match.Mapping.Typed()} -BcId {match.BcId} -SalesName <name>, "
            + $"or create it: New-BcCoupling -Mapping {match.Mapping.Typed()} -BcId {match.BcId} -CreateIn Sales.",
        MatchOutcome.Taken when ownerIsGone => "Remove the coupling that nobody needs any more, then match again: "
            + $"Repair-BcCoupling -Mapping {match.Mapping.Typed()} -SalesId {match.SalesId} -Resolution RemoveCoupling, "
            + $"or Remove-BcCoupling -Mapping {match.Mapping.Typed()} -SalesId {match.SalesId}.",
        MatchOutcome.Taken => $"Pick another row: New-BcCoupling -Mapping {match.Mapping.Typed()} -BcId {match.BcId} -SalesName <name>, "
            + $"or see who has this one: Get-BcCoupling -Mapping {match.Mapping.Typed()} -SalesId {match.SalesId}.",
        _ => $"Pick one: New-BcCoupling -Mapping {match.Mapping.Typed()} -BcId {match.BcId} -SalesId <id>. "
            + $"Candidates: {string.Join("; ", match.Candidates)}{(match.CandidateCount > match.Candidates.Count ? " ..." : "")}.",
    };
}
