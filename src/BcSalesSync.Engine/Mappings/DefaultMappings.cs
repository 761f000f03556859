namespace BcSalesSync.Engine.Mappings;

/// <summary>The mappings that set-up creates, as spec/mappings.md 1 and 2 describe them.</summary>
public static class DefaultMappings
{
    private static readonly Lazy<IReadOnlyList<TableMapping>> Loaded = new(Load);

    /// <summary>Every default mapping, in the order of runs.</summary>
    public static IReadOnlyList<TableMapping> All => Loaded.Value;

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
