using System.Globalization;

namespace BcSalesSync.Sandbox.Seeds;

// A named set of data to start with. The same seed and moment always give the same rows, ids and stamps included:
// a data file stores only what was written since.
internal sealed record Seed(SeedKind Kind, int Count, DateTimeOffset Moment)
{
    public string Name => Kind switch
    {
        SeedKind.Empty => "empty",
        SeedKind.Cronus => "cronus",
        _ => "scale:" + Count.ToString(CultureInfo.InvariantCulture),
    };

    // Null when there is no seed of that name.
    public static Seed? Find(string name, DateTimeOffset moment)
    {
        if (name.StartsWith("scale:", StringComparison.Ordinal))
        {
            return int.TryParse(name.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? new Seed(SeedKind.Scale, count, moment)
                : null;
        }

        return name switch
        {
            "empty" => new Seed(SeedKind.Empty, 0, moment),
            "cronus" => new Seed(SeedKind.Cronus, 0, moment),
            _ => null,
        };
    }
}
