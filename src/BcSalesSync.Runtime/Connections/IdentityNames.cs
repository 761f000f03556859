using System.Net;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Auth;
using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Runtime.Connections;

/// <summary>
/// Names the identities that services count limits for. Where it cannot be known who it is, all such connections pass for one, so that none
/// asks for too much.
/// </summary>
internal static class IdentityNames
{
    /// <summary>Whoever the tokens of a callback belong to.</summary>
    public const string Callback = "callback";

    /// <summary>The application, or the user of one.</summary>
    public static string Of(SignIn signIn) => signIn.Method switch
    {
        SignInMethod.ClientSecret or SignInMethod.Certificate => $"application/{signIn.ClientId}",
        SignInMethod.ManagedIdentity => $"managed/{signIn.ClientId}",
        _ => $"user/{signIn.ClientId}",
    };

    /// <summary>A user of Business Central on premises.</summary>
    public static WireIdentity Of(NetworkCredential credential) =>
        new($"basic/{credential.Domain}/{credential.UserName}", new BasicCredential(credential));
}
