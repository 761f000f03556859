using System.Collections.Concurrent;

namespace BcSalesSync.State.Rows;

/// <summary>Names of mappings, families and columns: every row has them again, and one text each is enough.</summary>
internal static class SharedNames
{
    private static readonly ConcurrentDictionary<string, string> Known = [];

    /// <summary>The one text for a name.</summary>
    public static string Of(string name) => Known.GetOrAdd(name, name);
}
