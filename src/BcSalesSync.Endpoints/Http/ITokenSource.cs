using System.Security;

namespace BcSalesSync.Endpoints.Http;

/// <summary>Gives what a request to a system is authorised with (spec/wire-bc.md 1.2).</summary>
public interface ITokenSource
{
    /// <summary>Scheme of the Authorization header that the tokens belong to.</summary>
    string Scheme => "Bearer";

    /// <summary>A token; the caller disposes it after building one request.</summary>
    /// <param name="request">For which system, and what became of the token before.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task<SecureString> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken);
}
