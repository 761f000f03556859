namespace BcSalesSync.Companion.Tests.Contract;

// Sentences about an entity set. Both sides write them here, so that only what they say can differ.
internal static class Facts
{
    public static string Set(string set, string entity, bool canInsert, bool canModify, bool canDelete) =>
        $"{set}: rows are called {entity}; insert {Word(canInsert)}, modify {Word(canModify)}, delete {Word(canDelete)}";

    public static string Source(string set, int table) => $"{set}: rows of table {table}";

    public static string Key(string set, string property) => $"{set}: the key is {property}";

    public static string Property(string set, string name, string type, bool onCreate, bool onChange, bool canBeFiltered) =>
        $"{set}.{name}: {type}; create {Word(onCreate)}, change {Word(onChange)}, filter {Word(canBeFiltered)}";

    public static string Part(string set, string name, string target) => $"{set}/{name}: shows {target}";

    public static string Action(string set, string name, bool returnsId) => $"{set}!{name}: returns {(returnsId ? "an id" : "nothing")}";

    public static string Sized(string type, int length) => length == 0 ? type : $"{type} of {length}";

    public static string Option(IEnumerable<string> members) => $"option of '{string.Join("', '", members)}'";

    // What only one of the sides says.
    public static IReadOnlyList<string> Differences(IEnumerable<string> app, IEnumerable<string> sandbox)
    {
        var (first, second) = (app.ToHashSet(), sandbox.ToHashSet());
        return [.. first.Except(second).Select(fact => $"app only: {fact}"), .. second.Except(first).Select(fact => $"sandbox only: {fact}")];
    }

    private static string Word(bool can) => can ? "yes" : "no";
}
