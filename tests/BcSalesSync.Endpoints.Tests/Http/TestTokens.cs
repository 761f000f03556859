using System.Net;
using System.Security;
using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>Gives "first" until a refresh is asked for, "second" after it.</summary>
internal sealed class TestTokens : ITokenSource
{
    public int Refreshes { get; private set; }

    public Task<SecureString> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        if (request.Refresh)
            Refreshes++;
        return Task.FromResult(new NetworkCredential(string.Empty, Refreshes > 0 ? "second" : "first").SecurePassword);
    }
}
