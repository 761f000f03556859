namespace BcSalesSync.Endpoints.Auth;

/// <summary>Where tokens come from: the sign-in service of the cloud that an organisation is in.</summary>
internal static class SignInService
{
    private static readonly Uri Public = new("https://login.microsoftonline.com/");
    private static readonly Uri UsGovernment = new("https://login.microsoftonline.us/");
    private static readonly Uri China = new("https://login.partner.microsoftonline.cn/");

    /// <summary>The service for the organisation at an address (spec/wire-dataverse.md 1).</summary>
    public static Uri Of(Uri salesUrl) => salesUrl.Host switch
    {
        var host when host.EndsWith(".dynamics.cn", StringComparison.OrdinalIgnoreCase) => China,
        var host when host.EndsWith(".microsoftdynamics.us", StringComparison.OrdinalIgnoreCase) => UsGovernment,
        var host when host.EndsWith(".appsplatform.us", StringComparison.OrdinalIgnoreCase) => UsGovernment,
        _ => Public,
    };

    /// <summary>True where the service is one of Microsoft's, which know each other.</summary>
    public static bool IsWellKnown(Uri service) => new[] { Public, UsGovernment, China }.Any(known => known.Host == service.Host);
}
