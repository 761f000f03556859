using System.Security;

namespace BcSalesSync.Endpoints.Http;

/// <summary>Tokens from a callback that keeps and renews them by itself.</summary>
public sealed class CallbackTokenSource : ITokenSource
{
    private readonly Func<Uri, CancellationToken, Task<SecureString>> callback;

    /// <summary>Creates the source; the callback gets the base address of the system and returns a token that is not disposed.</summary>
    public CallbackTokenSource(Func<Uri, CancellationToken, Task<SecureString>> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        this.callback = callback;
    }

    /// <inheritdoc/>
    public async Task<SecureString> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken) =>
        (await callback(request.Resource, cancellationToken)).Copy();
}
