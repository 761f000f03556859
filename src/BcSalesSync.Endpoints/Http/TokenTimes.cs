namespace BcSalesSync.Endpoints.Http;

/// <summary>How long tokens serve, wherever they come from.</summary>
internal static class TokenTimes
{
    /// <summary>A token is not used in its last minutes (spec/wire-bc.md 1.2).</summary>
    public static readonly TimeSpan Reserve = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Requests that were under way together find out one after another that their token is no good; one new token serves them all for so long.
    /// </summary>
    public static readonly TimeSpan SharedFor = TimeSpan.FromMinutes(1);
}
