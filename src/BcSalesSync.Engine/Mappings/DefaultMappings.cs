using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Mappings;

/// <summary>The mappings that set-up creates, as spec/mappings.md 1 and 2 describe them.</summary>
public static class DefaultMappings
{
    private static readonly Lazy<IReadOnlyList<TableMapping>> Loaded = new(Load);

    /// <summary>Every default mapping, in the order of runs; a name stands once for each state of the switches that shapes it.</summary>
    public static IReadOnlyList<TableMapping> All => Loaded.Value;

    /// <summary>The default mappings that the switches want, in the order of runs.</summary>
    public static IReadOnlyList<TableMapping> For(BcSyncSetup setup) => [.. All.Where(mapping => mapping.BelongsTo(setup))];

    private static List<TableMapping> Load()
    {
        var assembly = typeof(DefaultMappings).Assembly;
        var prefix = $"{typeof(DefaultMappings).Namespace}.Defaults.";
        var mappings = new List<TableMapping>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            mappings.Add(MappingJson.Read(stream));
        }

        return mappings.InRunOrder().ToList();
    }
}
