using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral;

/// <summary>
/// Tells a company apart from its copies in other environments. The tenant may be left out of an address, or be written as an id or a
/// domain; on this machine the port may change with each start (spec/wire-bc.md 1.1).
/// </summary>
internal static class CompanyIdentity
{
    private const string Tail = "api/v2.0";
    private const string ThisMachine = "localhost";

    /// <summary>The identity of a company.</summary>
    /// <param name="company">The company.</param>
    /// <param name="address">Base address of API v2.0, with its closing slash.</param>
    public static SystemIdentity Of(Company company, Uri address)
    {
        var path = address.AbsolutePath.Trim('/');
        if (path.EndsWith(Tail, StringComparison.OrdinalIgnoreCase))
            path = path[..^Tail.Length];
        string[] segments = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        var environment = segments.LastOrDefault() ?? string.Empty;
        Guid? tenant = segments.Length > 1 && Guid.TryParse(segments[^2], out var id) ? id : null;
        var host = address.IsLoopback ? ThisMachine : address.Host;
        var name = environment.Length == 0 ? $"{company.Name} on {host}" : $"{company.Name} of {environment} on {host}";
        return new SystemIdentity(company.Id, $"{host}/{environment}", tenant, name);
    }
}
