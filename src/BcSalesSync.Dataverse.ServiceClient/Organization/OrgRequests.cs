namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>Messages within a message.</summary>
/// <param name="Items">The messages in their order.</param>
internal sealed record OrgRequests(IReadOnlyList<OrgRequest> Items);
