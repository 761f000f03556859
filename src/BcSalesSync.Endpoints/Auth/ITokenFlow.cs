using Microsoft.Identity.Client;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>One way to get tokens for any resource. Keeps and renews them.</summary>
internal interface ITokenFlow : IDisposable
{
    /// <summary>A token for a resource.</summary>
    /// <param name="resource">The resource, without closing slash.</param>
    /// <param name="refresh">True when a kept token must not be given.</param>
    /// <param name="claims">What the token has to contain, as JSON; null for nothing particular.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="MsalException">There is none to be had.</exception>
    Task<AuthenticationResult> AcquireAsync(string resource, bool refresh, string? claims, CancellationToken cancellationToken);
}
