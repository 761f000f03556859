namespace BcSalesSync.Contracts;

/// <summary>By which way rows of Sales are read and written.</summary>
public enum SalesTransport
{
    /// <summary>Over the Dataverse Web API.</summary>
    WebApi,

    /// <summary>Over the organization service, by the package Microsoft.PowerPlatform.Dataverse.Client; not in every build of the module.</summary>
    ServiceClient,
}
