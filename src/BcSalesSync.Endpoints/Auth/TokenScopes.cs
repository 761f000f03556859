using BcSalesSync.Contracts;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>What a token has to be for (spec/wire-bc.md 1.2, spec/wire-dataverse.md 1).</summary>
internal static class TokenScopes
{
    private const string OnlineBusinessCentral = "https://api.businesscentral.dynamics.com";

    /// <summary>The resource that a token for a system names, without closing slash.</summary>
    /// <param name="side">The system.</param>
    /// <param name="address">Its base address.</param>
    /// <param name="businessCentralAudience">App ID URI of a Business Central on premises; null for the one online.</param>
    public static string Resource(SystemSide side, Uri address, string? businessCentralAudience) => side is SystemSide.BusinessCentral
        ? (businessCentralAudience ?? OnlineBusinessCentral).TrimEnd('/')
        : $"{address.Scheme}://{Organization(address)}";

    /// <summary>The scope that asks for all that was granted on a resource.</summary>
    public static string Scope(string resource) => resource + "/.default";

    // The organisation answers at a second host for its API, but its tokens name the first.
    private static string Organization(Uri address) => address.Authority.Replace(".api.crm", ".crm", StringComparison.OrdinalIgnoreCase);
}
