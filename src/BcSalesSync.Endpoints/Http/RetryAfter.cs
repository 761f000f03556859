using System.Globalization;

namespace BcSalesSync.Endpoints.Http;

/// <summary>Reads the Retry-After header: seconds or an HTTP date (spec/wire-bc.md E12).</summary>
internal static class RetryAfter
{
    public static TimeSpan? Parse(string? header, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(header))
            return null;
        if (uint.TryParse(header.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParseExact(header.Trim(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return null;
        return date > now ? date - now : TimeSpan.Zero;
    }
}
