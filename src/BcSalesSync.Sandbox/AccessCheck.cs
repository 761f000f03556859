namespace BcSalesSync.Sandbox;

// Whether a request shows a bearer token the sandbox accepts.
internal static class AccessCheck
{
    public static bool Allows(HttpRequestMessage request, SandboxOptions options) =>
        request.Headers.Authorization is { Scheme: "Bearer", Parameter: { Length: > 0 } token }
        && (options.RequireToken is null || string.Equals(options.RequireToken, token, StringComparison.Ordinal));
}
