using System.Security;

namespace BcSalesSync.Endpoints.Http;

/// <summary>A token that serves for a while.</summary>
/// <param name="Secret">The token.</param>
/// <param name="Until">When it has to be asked for again.</param>
/// <param name="RefreshUntil">Until when it serves those too who found out that the one before was no good.</param>
internal sealed record KeptToken(SecureString Secret, DateTimeOffset Until, DateTimeOffset RefreshUntil)
{
    /// <summary>True when the token need not be asked for again.</summary>
    public bool Serves(TokenRequest request, DateTimeOffset now) => now < (request.Refresh ? RefreshUntil : Until);
}
