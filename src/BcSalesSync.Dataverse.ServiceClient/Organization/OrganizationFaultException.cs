namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>The service refused a message.</summary>
internal sealed class OrganizationFaultException(OrgFault fault, Exception? inner = null) : Exception(fault.Message, inner)
{
    /// <summary>Why.</summary>
    internal OrgFault Fault => fault;
}
