using Microsoft.Identity.Client;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>Chooses among the users who signed in before on this machine.</summary>
internal static class AccountChoice
{
    /// <summary>The only one who can be meant; null when there is none, or when people have to choose.</summary>
    /// <param name="known">The users who signed in before.</param>
    /// <param name="tenant">Id or verified domain of the tenant.</param>
    public static IAccount? Among(IEnumerable<IAccount> known, string tenant)
    {
        List<IAccount> all = [.. known];
        var fitting = Guid.TryParse(tenant, out _) ? all.Where(account => IsIn(account, tenant)) : OfDomain(all, tenant);
        return fitting.Take(2).ToArray() is [var only] ? only : null;
    }

    private static bool IsIn(IAccount account, string tenantId) =>
        IsSame(account.HomeAccountId?.TenantId, tenantId)
        || (account.GetTenantProfiles() ?? []).Any(profile => IsSame(profile.TenantId, tenantId));

    // A tenant has several domains, and the one of the user's name may be another.
    private static IEnumerable<IAccount> OfDomain(List<IAccount> all, string domain) =>
        all.Where(account => account.Username?.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase) is true).ToList() is [_, ..] named
            ? named
            : all;

    private static bool IsSame(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
