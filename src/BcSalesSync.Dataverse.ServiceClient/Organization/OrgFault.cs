namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>Why the service refused a message.</summary>
/// <param name="Code">Code of the error, the one the Web API writes in hexadecimal digits.</param>
/// <param name="Message">Text for people.</param>
/// <param name="RetryAfter">How long the service asked to be left alone; null when it did not.</param>
/// <param name="FailedIndex">Position of the message within a transaction that failed; null elsewhere.</param>
internal sealed record OrgFault(int Code, string Message, TimeSpan? RetryAfter = null, int? FailedIndex = null);
