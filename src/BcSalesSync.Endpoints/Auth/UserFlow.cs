using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using Microsoft.Identity.Client;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>
/// Tokens of a user, who is asked once: the second system gets its token from the same sign-in. After that nobody is asked any more, because
/// a run in the background has nobody to ask; the sign-in then ends with an error that says to connect again. Where several users signed
/// in before, people choose.
/// </summary>
internal sealed class UserFlow : ITokenFlow
{
    private readonly SemaphoreSlim asking = new(1);
    private readonly Dictionary<string, AuthenticationResult> kept = [];
    private readonly SignIn signIn;
    private readonly UserTokenCache cache;
    private readonly Action<string> announce;
    private readonly TimeProvider time;
    private readonly IPublicClientApplication application;
    private IAccount? user;

    /// <summary>Creates the flow.</summary>
    /// <param name="signIn">Device code or browser.</param>
    /// <param name="service">Sign-in service.</param>
    /// <param name="http">Way to it.</param>
    /// <param name="cache">Keeps the sign-in for the next process.</param>
    /// <param name="announce">Tells the user what to type where.</param>
    /// <param name="time">The clock.</param>
    public UserFlow(
        SignIn signIn, Uri service, IMsalHttpClientFactory http, UserTokenCache cache, Action<string> announce, TimeProvider time)
    {
        this.signIn = signIn;
        this.cache = cache;
        this.announce = announce;
        this.time = time;
        application = PublicClientApplicationBuilder.Create(signIn.ClientId)
            .WithAuthority(service.ToString(), signIn.TenantId)
            .WithInstanceDiscovery(SignInService.IsWellKnown(service))
            .WithRedirectUri("http://localhost")
            .WithHttpClientFactory(http, retryOnceOn5xx: false)
            .Build();
    }

    /// <inheritdoc/>
    public async Task<AuthenticationResult> AcquireAsync(
        string resource, bool refresh, string? claims, CancellationToken cancellationToken)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            var scope = TokenScopes.Scope(resource);
            if (!refresh && claims is null && kept.TryGetValue(scope, out var last) && last.ExpiresOn - time.GetUtcNow() > TokenTimes.Reserve)
                return last;
            await cache.AttachAsync(application.UserTokenCache);
            user ??= AccountChoice.Among(await application.GetAccountsAsync(), signIn.TenantId!);
            var result = await SilentAsync(scope, refresh, claims, cancellationToken) ?? await AskAsync(scope, claims, cancellationToken);
            user = result.Account;
            return kept[scope] = result;
        }
        finally
        {
            asking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => asking.Dispose();

    private async Task<AuthenticationResult?> SilentAsync(string scope, bool refresh, string? claims, CancellationToken cancellationToken)
    {
        if (user is null)
            return null;
        try
        {
            return await application.AcquireTokenSilent([scope], user)
                .WithForceRefresh(refresh && claims is null).WithClaims(claims).ExecuteAsync(cancellationToken);
        }
        catch (MsalUiRequiredException) when (!kept.ContainsKey(scope))
        {
            return null;
        }
    }

    private Task<AuthenticationResult> AskAsync(string scope, string? claims, CancellationToken cancellationToken) =>
        signIn.Method is SignInMethod.DeviceCode
            ? application.AcquireTokenWithDeviceCode([scope], code => Announce(code.Message)).WithClaims(claims).ExecuteAsync(cancellationToken)
            : application.AcquireTokenInteractive([scope])
                .WithUseEmbeddedWebView(false)
                .WithAccount(user)
                .WithPrompt(user is null ? Prompt.SelectAccount : Prompt.NoPrompt)
                .WithClaims(claims)
                .ExecuteAsync(cancellationToken);

    private Task Announce(string message)
    {
        announce(message);
        return Task.CompletedTask;
    }
}
