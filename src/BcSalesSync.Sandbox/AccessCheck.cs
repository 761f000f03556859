using System.Net.Http.Headers;
using System.Text;

namespace BcSalesSync.Sandbox;

// Whether a request shows a bearer token the sandbox accepts.
internal static class AccessCheck
{
    public static bool Allows(HttpRequestMessage request, SandboxWorld world, string system) =>
        request.Headers.Authorization is { Scheme: "Bearer", Parameter: { Length: > 0 } token }
        && (world.Options.SignIn is null
            ? world.Options.RequireToken is null || string.Equals(world.Options.RequireToken, token, StringComparison.Ordinal)
            : world.Tokens.IsValid(token, system, world.Clock.BcNow));

    // After a revocation it says what a new token has to show, as continuous access evaluation does.
    public static AuthenticationHeaderValue Challenge(SandboxWorld world) => world.Tokens.RequiredClaims is { } claims
        ? new AuthenticationHeaderValue(
            "Bearer", $"error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims))}\"")
        : new AuthenticationHeaderValue("Bearer");
}
