using System.Net;
using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Auth;
using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Runtime.Connections;

/// <summary>What the requests to both systems are authorised with: tokens of the caller's, or those of a sign-in.</summary>
internal sealed class ConnectionTokens : IDisposable
{
    private readonly IDisposable owned;

    private ConnectionTokens(ITokenSource businessCentral, ITokenSource sales, IDisposable owned)
    {
        BusinessCentral = businessCentral;
        Sales = sales;
        this.owned = owned;
    }

    /// <summary>For Business Central.</summary>
    public ITokenSource BusinessCentral { get; }

    /// <summary>For Sales.</summary>
    public ITokenSource Sales { get; }

    /// <summary>Prepares the tokens; nothing is sent yet.</summary>
    /// <param name="settings">What the connection is made from.</param>
    /// <param name="addresses">Base addresses of the systems.</param>
    /// <param name="handler">Way to the sign-in service.</param>
    /// <param name="http">How patiently to ask it.</param>
    /// <param name="announce">Tells a user what to type where.</param>
    /// <exception cref="SyncException">What was given does not suffice, or cannot be used.</exception>
    public static ConnectionTokens Open(
        ConnectionSettings settings, (Uri BusinessCentral, Uri Sales) addresses, HttpMessageHandler handler, HttpSettings http, Action<string> announce)
    {
        var own = settings.TokenSource ?? (settings.Sandbox ? SandboxTokenAsync : null);
        var session = own is null ? SignIn(settings.SignIn, addresses, handler, http, announce) : null;
        var given = own is null ? null : new CallbackTokenSource(own, http.Time);
        ITokenSource bc = settings.BusinessCentralCredential is { } credential ? new BasicCredential(credential) : given ?? session!.BusinessCentral;
        return new ConnectionTokens(bc, given ?? session!.Sales, (IDisposable?)given ?? session!);
    }

    /// <inheritdoc/>
    public void Dispose() => owned.Dispose();

    private static SignInSession SignIn(
        SignIn? signIn, (Uri BusinessCentral, Uri Sales) addresses, HttpMessageHandler handler, HttpSettings http, Action<string> announce)
    {
        if (signIn is null)
            throw SignInErrors.NoWay();
        if (SignInRequirements.Missing(signIn) is { } missing)
            throw SignInErrors.Missing(signIn.Method, missing);
        try
        {
            return SignInSession.Open(signIn, addresses, handler, http, UserFolder.Path, announce);
        }
        catch (SignInException problem)
        {
            throw SignInErrors.Unusable(problem);
        }
    }

    private static Task<SecureString> SandboxTokenAsync(Uri resource, CancellationToken cancellationToken) =>
        Task.FromResult(new NetworkCredential(string.Empty, "sandbox").SecurePassword);
}
