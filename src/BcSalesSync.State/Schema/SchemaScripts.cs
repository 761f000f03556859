namespace BcSalesSync.State.Schema;

/// <summary>The numbered scripts of a schema; together they lead from nothing to this version.</summary>
internal static class SchemaScripts
{
    /// <summary>Scripts in their order.</summary>
    /// <param name="prefix">What the names of the resources begin with.</param>
    public static IReadOnlyList<string> Read(string prefix)
    {
        var assembly = typeof(SchemaScripts).Assembly;
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal));
        return [.. names.Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        })];
    }
}
