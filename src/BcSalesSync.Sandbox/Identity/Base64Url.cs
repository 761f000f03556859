using System.Text;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Identity;

// Base64 as tokens carry it: without padding, safe in addresses.
internal static class Base64Url
{
    public static byte[] Decode(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(padded + new string('=', (4 - (padded.Length % 4)) % 4));
    }

    public static string Json(object value) => Encode(JsonSerializer.SerializeToUtf8Bytes(value));

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
