using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>Tokens of the identity that Azure gives to where this runs; its service is asked, no secret is involved.</summary>
internal sealed class ManagedIdentityFlow : ITokenFlow
{
    private readonly IManagedIdentityApplication application;

    /// <summary>Creates the flow.</summary>
    /// <param name="clientId">Client id of a user-assigned identity; null for the system's own.</param>
    /// <param name="http">Way to the identity's service.</param>
    public ManagedIdentityFlow(string? clientId, IMsalHttpClientFactory http) =>
        application = ManagedIdentityApplicationBuilder
            .Create(clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.WithUserAssignedClientId(clientId))
            .WithHttpClientFactory(http)
            .Build();

    /// <inheritdoc/>
    public Task<AuthenticationResult> AcquireAsync(string resource, bool refresh, string? claims, CancellationToken cancellationToken)
    {
        var request = application.AcquireTokenForManagedIdentity(resource).WithForceRefresh(refresh && claims is null);
        if (claims is not null)
            request.WithClaims(claims);
        return request.ExecuteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
