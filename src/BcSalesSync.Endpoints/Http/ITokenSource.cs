using System.Security;

namespace BcSalesSync.Endpoints.Http;

/// <summary>Gives access tokens for a system (spec/wire-bc.md 1.2).</summary>
public interface ITokenSource
{
    /// <summary>A bearer token for the resource; the caller disposes it after building one request.</summary>
    /// <param name="resource">Base address of the system.</param>
    /// <param name="refresh">True after a 401: a kept token must not be given again.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task<SecureString> GetTokenAsync(Uri resource, bool refresh, CancellationToken cancellationToken);
}
