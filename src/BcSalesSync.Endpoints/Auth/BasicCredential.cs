using System.Net;
using System.Security;
using System.Text;
using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>User and web service key of a Business Central on premises (spec/wire-bc.md 1.2).</summary>
/// <param name="credential">The user, with the key as password.</param>
public sealed class BasicCredential(NetworkCredential credential) : ITokenSource
{
    /// <inheritdoc/>
    public string Scheme => "Basic";

    /// <inheritdoc/>
    public Task<SecureString> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var user = credential.Domain.Length > 0 ? $"{credential.Domain}\\{credential.UserName}" : credential.UserName;
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{credential.Password}"));
        return Task.FromResult(new NetworkCredential(string.Empty, text).SecurePassword);
    }
}
