namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>An amount in the currency of its row.</summary>
/// <param name="Value">The amount.</param>
internal sealed record OrgMoney(decimal Value);
