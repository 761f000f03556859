using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Connections;

/// <summary>Completes the addresses that people copy from a browser to those of the interfaces (spec/wire-bc.md 1.1, spec/wire-dataverse.md 1).</summary>
internal static class SystemAddresses
{
    private const string BcApplication = "businesscentral.dynamics.com";
    private const string BcApi = "api.businesscentral.dynamics.com";
    private const string BcPath = "/api/v2.0";
    private const string SalesPath = "/api/data/v9.2";

    /// <summary>The connection with complete addresses, and with the tenant that Business Central's address names.</summary>
    public static ConnectionSettings Complete(ConnectionSettings settings)
    {
        var bc = settings.BusinessCentralUrl is { } given ? BusinessCentral(given) : null;
        var tenant = TenantOf(bc);
        return settings with
        {
            BusinessCentralUrl = bc,
            SalesUrl = settings.SalesUrl is { } sales ? Sales(sales) : null,
            SignIn = settings.SignIn is { } signIn ? In(tenant, signIn) : null,
            AdditionalSignIns = [.. settings.AdditionalSignIns.Select(additional => In(tenant, additional))],
        };
    }

    private static SignIn In(string? tenant, SignIn signIn) => signIn.TenantId is null ? signIn with { TenantId = tenant } : signIn;

    private static Uri BusinessCentral(Uri given)
    {
        if (!given.IsAbsoluteUri)
            return given;
        var segments = Segments(given);
        return given.Host switch
        {
            BcApplication when segments is [var tenant, var environment, ..] => new Uri($"https://{BcApi}/v2.0/{tenant}/{environment}{BcPath}"),
            BcApi when segments is ["v2.0", var tenant, _] && IsTenant(tenant) =>
                new Uri($"https://{BcApi}/{string.Join('/', segments)}{BcPath}"),
            BcApi when segments is ["v2.0", var environment, .. [] or ["api"]] && !IsTenant(environment) =>
                new Uri($"https://{BcApi}/v2.0/{environment}{BcPath}"),
            _ => given,
        };
    }

    private static Uri Sales(Uri given) => given is { IsAbsoluteUri: true, IsLoopback: false } && !given.AbsolutePath.Contains("/api/", StringComparison.OrdinalIgnoreCase)
        ? new Uri($"{given.GetLeftPart(UriPartial.Authority)}{SalesPath}")
        : given;

    private static string? TenantOf(Uri? bc) => bc is { IsAbsoluteUri: true, Host: BcApi } && Segments(bc) is ["v2.0", var tenant, _, ..]
        && IsTenant(tenant) ? tenant : null;

    // It may be left out; environments have no dots in their names.
    private static bool IsTenant(string segment) => Guid.TryParse(segment, out _) || segment.Contains('.', StringComparison.Ordinal);

    private static string[] Segments(Uri address) => address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
