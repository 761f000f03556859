namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>Conditions joined by "and" or by "or".</summary>
/// <param name="IsAnd">True for "and".</param>
/// <param name="Conditions">Comparisons.</param>
/// <param name="Filters">Groups within.</param>
internal sealed record OrgFilter(bool IsAnd, IReadOnlyList<OrgCondition> Conditions, IReadOnlyList<OrgFilter> Filters);
