namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>How ExecuteMultiple works.</summary>
/// <param name="ContinueOnError">True to carry out the rest after a failure.</param>
/// <param name="ReturnResponses">True to answer what was done.</param>
internal sealed record OrgBatchSettings(bool ContinueOnError, bool ReturnResponses);
