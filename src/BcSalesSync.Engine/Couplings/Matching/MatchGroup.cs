namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>Criteria that must all be met; groups are tried one after the other, each on its own.</summary>
/// <param name="Criteria">The criteria, in the order of the mapping.</param>
internal sealed record MatchGroup(IReadOnlyList<MatchCriterion> Criteria);
