using System.Net;
using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Auth;
using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Runtime.Connections;

/// <summary>What the requests to both systems are authorised with: tokens of the caller's, or those of a sign-in.</summary>
internal sealed class ConnectionTokens : IDisposable
{
    private readonly IReadOnlyList<IDisposable> sources;

    private ConnectionTokens(IReadOnlyList<WireIdentity> businessCentral, WireIdentity sales, IReadOnlyList<IDisposable> sources)
    {
        BusinessCentral = businessCentral;
        Sales = sales;
        this.sources = sources;
    }

    /// <summary>For Business Central; several where applications share the load.</summary>
    public IReadOnlyList<WireIdentity> BusinessCentral { get; }

    /// <summary>For Sales.</summary>
    public WireIdentity Sales { get; }

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
        var basic = settings.BusinessCentralCredential is { } credential ? IdentityNames.Of(credential) : null;
        var isApplication = settings.SignIn?.Method is SignInMethod.ClientSecret or SignInMethod.Certificate;
        if (settings.AdditionalSignIns.Count > 0 && (own is not null || basic is not null || !isApplication))
            throw SignInErrors.NoApplication();
        if (own is not null)
        {
            var source = new CallbackTokenSource(own, http.Time);
            var given = new WireIdentity(IdentityNames.Callback, source);
            return new ConnectionTokens([basic ?? given], given, [source]);
        }

        return SignInAll(
            [settings.SignIn, .. settings.AdditionalSignIns], basic, signIn => SignIn(signIn, addresses, handler, http, announce));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var source in sources)
            source.Dispose();
    }

    private static ConnectionTokens SignInAll(IReadOnlyList<SignIn?> signIns, WireIdentity? basic, Func<SignIn?, SignInSession> open)
    {
        var sessions = new List<SignInSession>();
        try
        {
            foreach (var signIn in signIns)
                sessions.Add(open(signIn));
        }
        catch
        {
            sessions.ForEach(session => session.Dispose());
            throw;
        }

        var names = signIns.Select(signIn => IdentityNames.Of(signIn!)).ToList();
        return new ConnectionTokens(
            basic is not null ? [basic] : [.. sessions.Select((session, index) => new WireIdentity(names[index], session.BusinessCentral))],
            new WireIdentity(names[0], sessions[0].Sales),
            sessions);
    }

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
