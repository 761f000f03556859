namespace BcSalesSync.Sandbox.Identity;

// Name and value pairs as a form or a query carries them.
internal static class FormBody
{
    public static IReadOnlyDictionary<string, string> Parse(string text) => text
        .Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => Decode(pair[0]), pair => Decode(pair.ElementAtOrDefault(1) ?? ""), StringComparer.Ordinal);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
