namespace BcSalesSync.Sandbox.BusinessCentral.Protocol;

// Where an address leads: /bc/v2.0/{tenant}/{environment}/api/v2.0 or .../api/bcsalessync/sync/v1.0, then a path.
internal sealed record BcRoute(string Route, bool IsCompanion, string Path)
{
    private const int StandardLength = 6;
    private const int CompanionLength = 8;

    public static BcRoute? Find(Uri address)
    {
        var parts = address.AbsolutePath.Trim('/').Split('/');
        if (parts.Length < StandardLength || parts[0] != "bc" || parts[1] != "v2.0" || parts[4] != "api")
        {
            return null;
        }

        if (parts[5] == "v2.0")
        {
            return Make(parts, StandardLength, isCompanion: false);
        }

        return parts.Length >= CompanionLength && parts[5..CompanionLength] is ["bcsalessync", "sync", "v1.0"]
            ? Make(parts, CompanionLength, isCompanion: true)
            : null;
    }

    // The set a path ends in: "customers" of companies(...)/customers(...), "$batch", "$metadata".
    public static string SetOf(string path)
    {
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(segment => Uri.UnescapeDataString(segment).Split('(')[0]).Where(name => name != "$count").ToList();
        return names switch
        {
            [] => "",
            ["companies", var set, ..] => set,
            [var first, ..] => first,
        };
    }

    private static BcRoute Make(string[] parts, int length, bool isCompanion) =>
        new("/" + string.Join('/', parts[..length]), isCompanion, string.Join('/', parts[length..]));
}
