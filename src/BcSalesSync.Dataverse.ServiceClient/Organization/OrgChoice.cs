namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>Number of a choice, a state or a status.</summary>
/// <param name="Value">The number.</param>
internal sealed record OrgChoice(int Value);
