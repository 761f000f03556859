using System.Security;

namespace BcSalesSync.Endpoints.Http;

/// <summary>
/// Tokens from a callback, which may be slow: one is kept until it nears its end, or for some minutes when it does not tell its end.
/// </summary>
public sealed class CallbackTokenSource : ITokenSource, IDisposable
{
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(5);

    // One that has none but its last minutes left is not asked for with every request.
    private static readonly TimeSpan AtLeast = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim asking = new(1);
    private readonly Dictionary<Uri, KeptToken> kept = [];
    private readonly Func<Uri, CancellationToken, Task<SecureString>> callback;
    private readonly TimeProvider time;

    /// <summary>Creates the source.</summary>
    /// <param name="callback">Gets the base address of the system and returns a token that is not disposed.</param>
    /// <param name="time">The clock.</param>
    public CallbackTokenSource(Func<Uri, CancellationToken, Task<SecureString>> callback, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(callback);
        this.callback = callback;
        this.time = time;
    }

    /// <inheritdoc/>
    public async Task<SecureString> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            if (!kept.TryGetValue(request.Resource, out var token) || !token.Serves(request, time.GetUtcNow()))
                kept[request.Resource] = token = await AskAsync(request, cancellationToken);
            return token.Secret.Copy();
        }
        finally
        {
            asking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => asking.Dispose();

    private async Task<KeptToken> AskAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var secret = (await callback(request.Resource, cancellationToken)).Copy();
        var now = time.GetUtcNow();
        var soonest = now + AtLeast;
        var until = TokenExpiry.Of(secret) is { } end ? end - TokenTimes.Reserve : now + Unknown;
        return new KeptToken(secret, until < soonest ? soonest : until, request.Refresh ? now + TokenTimes.SharedFor : now);
    }
}
