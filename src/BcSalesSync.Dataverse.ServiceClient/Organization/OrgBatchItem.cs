namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>How one message within ExecuteMultiple ended.</summary>
/// <param name="Index">Its position.</param>
/// <param name="Response">Its answer; null when it failed.</param>
/// <param name="Fault">Why it failed; null when it did not.</param>
internal sealed record OrgBatchItem(int Index, OrgResponse? Response, OrgFault? Fault);
