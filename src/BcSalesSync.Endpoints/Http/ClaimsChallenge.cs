using System.Text;
using System.Text.RegularExpressions;

namespace BcSalesSync.Endpoints.Http;

/// <summary>Reads from a refused request what the system wants to see in the token, as continuous access evaluation tells it.</summary>
internal static partial class ClaimsChallenge
{
    /// <summary>The claims as JSON; null when the header asks for none, or for something unreadable.</summary>
    public static string? Read(string? wwwAuthenticate)
    {
        if (wwwAuthenticate is null || Asked().Match(wwwAuthenticate) is not { Success: true } asked)
            return null;
        var text = asked.Groups["claims"].Value;
        var bytes = new byte[text.Length];
        var padded = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        padded += new string('=', (4 - (padded.Length % 4)) % 4);
        return Convert.TryFromBase64String(padded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    [GeneratedRegex("""\bclaims="(?<claims>[^"]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Asked();
}
