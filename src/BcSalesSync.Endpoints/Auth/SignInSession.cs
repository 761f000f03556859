using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using Microsoft.Identity.Client;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>One sign-in that gives tokens for both systems.</summary>
public sealed class SignInSession : IDisposable
{
    private readonly MsalHttpClientFactory http;
    private readonly ITokenFlow flow;
    private readonly MsalTokenSource businessCentral;
    private readonly MsalTokenSource sales;

    private SignInSession(MsalHttpClientFactory http, ITokenFlow flow, MsalTokenSource businessCentral, MsalTokenSource sales)
    {
        this.http = http;
        this.flow = flow;
        this.businessCentral = businessCentral;
        this.sales = sales;
    }

    /// <summary>Tokens for Business Central.</summary>
    public ITokenSource BusinessCentral => businessCentral;

    /// <summary>Tokens for Sales.</summary>
    public ITokenSource Sales => sales;

    /// <summary>Prepares the sign-in; the service is asked with the first token.</summary>
    /// <param name="signIn">What it needs; checked already.</param>
    /// <param name="addresses">Base addresses of the systems.</param>
    /// <param name="handler">Way to the sign-in service; belongs to the caller.</param>
    /// <param name="settings">How often and how patiently to ask.</param>
    /// <param name="cacheFolder">Folder that keeps sign-ins of users, protected by the operating system; null keeps none.</param>
    /// <param name="announce">Tells a user what to type where.</param>
    /// <exception cref="SignInException">What was given cannot be used.</exception>
    public static SignInSession Open(
        SignIn signIn, (Uri BusinessCentral, Uri Sales) addresses, HttpMessageHandler handler, HttpSettings settings, string? cacheFolder,
            Action<string> announce) => Open(signIn, addresses, handler, settings, new UserTokenCache(cacheFolder), announce);

    /// <summary>Prepares the sign-in with a cache of the caller's.</summary>
    internal static SignInSession Open(
        SignIn signIn, (Uri BusinessCentral, Uri Sales) addresses, HttpMessageHandler handler, HttpSettings settings, UserTokenCache cache,
            Action<string> announce)
    {
        var http = new MsalHttpClientFactory(handler);
        try
        {
            var flow = FlowOf(signIn, signIn.Authority ?? SignInService.Of(addresses.Sales), http, cache, announce, settings.Time);
            return new SignInSession(
                http, flow, Source(SystemSide.BusinessCentral, addresses.BusinessCentral), Source(SystemSide.Sales, addresses.Sales));

            MsalTokenSource Source(SystemSide side, Uri address) =>
                new(flow, new SignInTarget(side, TokenScopes.Resource(side, address, signIn.BusinessCentralAudience), signIn), settings);
        }
        catch
        {
            http.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        businessCentral.Dispose();
        sales.Dispose();
        flow.Dispose();
        http.Dispose();
    }

    private static ITokenFlow FlowOf(
        SignIn signIn, Uri service, IMsalHttpClientFactory http, UserTokenCache cache, Action<string> announce, TimeProvider time) =>
        signIn.Method switch
        {
            SignInMethod.ClientSecret or SignInMethod.Certificate => new ApplicationFlow(signIn, service, http),
            SignInMethod.ManagedIdentity => new ManagedIdentityFlow(signIn.ClientId, http),
            _ => new UserFlow(signIn, service, http, cache, announce, time),
        };
}
