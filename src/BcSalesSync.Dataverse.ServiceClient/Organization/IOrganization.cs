namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>The organization service of Dataverse, in types of our own: all its messages go through one door.</summary>
internal interface IOrganization : IDisposable
{
    /// <summary>Sends a message.</summary>
    /// <exception cref="OrganizationFaultException">The service refused it.</exception>
    /// <exception cref="OrganizationLostException">No answer came; whether it was carried out is open.</exception>
    Task<OrgResponse> ExecuteAsync(OrgRequest request, CancellationToken cancellationToken);
}
