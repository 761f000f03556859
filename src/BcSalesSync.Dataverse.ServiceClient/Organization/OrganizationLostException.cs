namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>No answer came to a message.</summary>
internal sealed class OrganizationLostException(string message, Exception? inner = null) : Exception(message, inner);
