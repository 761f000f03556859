using System.Net;
using System.Security;
using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>Tokens that say whose they are.</summary>
internal sealed class NamedTokens(string name) : ITokenSource
{
    public Task<SecureString> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new NetworkCredential(string.Empty, name).SecurePassword);
}
