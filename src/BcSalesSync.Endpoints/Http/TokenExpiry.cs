using System.Net;
using System.Security;
using System.Text.Json;

namespace BcSalesSync.Endpoints.Http;

/// <summary>Reads out of an access token when it ends.</summary>
internal static class TokenExpiry
{
    /// <summary>The end of a token; null when it does not tell.</summary>
    public static DateTimeOffset? Of(SecureString token)
    {
        if (new NetworkCredential(string.Empty, token).Password.Split('.') is not [_, var claims, _])
            return null;
        try
        {
            using var read = JsonDocument.Parse(Decode(claims));
            return read.RootElement.ValueKind is JsonValueKind.Object && read.RootElement.TryGetProperty("exp", out var end)
                && end.TryGetInt64(out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        }
        catch (Exception problem)
            when (problem is FormatException or JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    // The URL's alphabet, and no padding.
    private static byte[] Decode(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));
}
