using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace BcSalesSync.State.PostgreSql;

/// <summary>A statement whose named parameters are numbered, as PostgreSQL itself has them.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Names">The names in the order of their numbers, dollar sign included.</param>
internal sealed partial record PositionalSql(string Text, IReadOnlyList<string> Names)
{
    private static readonly ConcurrentDictionary<string, PositionalSql> Known = [];

    /// <summary>Numbers the parameters of a statement; each statement is worked out once.</summary>
    public static PositionalSql Of(string sql) => Known.GetOrAdd(sql, Number);

    private static PositionalSql Number(string sql)
    {
        var names = new List<string>();
        var text = Named().Replace(sql, match =>
        {
            if (!names.Contains(match.Value))
                names.Add(match.Value);
            return $"${names.IndexOf(match.Value) + 1}";
        });
        return new PositionalSql(text, names);
    }

    [GeneratedRegex("""\$[a-z]\w*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
