using System.Net;
using System.Security.Cryptography.X509Certificates;
using BcSalesSync.Contracts;
using Microsoft.Identity.Client;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>Tokens of an application that proves itself with a secret or a certificate. They are kept in memory only.</summary>
internal sealed class ApplicationFlow : ITokenFlow
{
    private readonly IConfidentialClientApplication application;
    private readonly X509Certificate2? certificate;

    public ApplicationFlow(SignIn signIn, Uri service, IMsalHttpClientFactory http)
    {
        var builder = ConfidentialClientApplicationBuilder.Create(signIn.ClientId)
            .WithAuthority(service.ToString(), signIn.TenantId)
            .WithInstanceDiscovery(SignInService.IsWellKnown(service))
            .WithHttpClientFactory(http, retryOnceOn5xx: false);
        if (signIn.Method is SignInMethod.Certificate)
        {
            certificate = CertificateSource.Find(signIn);
            builder.WithCertificate(certificate);
        }
        else
        {
            builder.WithClientSecret(new NetworkCredential(string.Empty, signIn.ClientSecret).Password);
        }

        application = builder.Build();
    }

    /// <inheritdoc/>
    public Task<AuthenticationResult> AcquireAsync(string resource, bool refresh, string? claims, CancellationToken cancellationToken) =>
        application.AcquireTokenForClient([TokenScopes.Scope(resource)])
            .WithForceRefresh(refresh && claims is null)
            .WithClaims(claims)
            .ExecuteAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => certificate?.Dispose();
}
