using BcSalesSync.Endpoints.Dataverse;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Dataverse.ServiceClient;

/// <summary>The way to Dataverse that goes through the package Microsoft.PowerPlatform.Dataverse.Client.</summary>
public static class ServiceClientTransport
{
    // The package keeps one connection for all; more would only wait for it.
    private const int Concurrency = 8;

    /// <summary>True when this build has the package in it.</summary>
    public static bool IsIncluded =>
#if WITH_SERVICE_CLIENT
        true;
#else
        false;
#endif

    /// <summary>Makes the endpoint; nothing is sent yet.</summary>
    /// <param name="web">The same organisation over the Web API; stays the caller's.</param>
    /// <param name="options">Address and sizes.</param>
    /// <param name="http">How patiently to ask.</param>
    /// <param name="tokens">Source of access tokens, the same as for the Web API.</param>
    /// <returns>The endpoint, which the caller disposes of.</returns>
    /// <exception cref="NotSupportedException">This build does not have the package in it.</exception>
    public static IEndpoint Open(DataverseEndpoint web, DataverseOptions options, HttpSettings http, ITokenSource tokens)
    {
#if WITH_SERVICE_CLIENT
        var organization = new Binding.PackageOrganization(options.BaseAddress, tokens);
        return new ServiceClientEndpoint(web, new PatientOrganization(organization, http), options, Concurrency);
#else
        throw new NotSupportedException("This build does not have the package Microsoft.PowerPlatform.Dataverse.Client in it.");
#endif
    }
}
