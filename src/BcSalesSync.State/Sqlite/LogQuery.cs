using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BcSalesSync.Engine.Mappings;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Sqlite;

/// <summary>Reads one of the logs, newest first, page by page.</summary>
/// <param name="database">The state file.</param>
/// <param name="table">Table of the log.</param>
/// <param name="place">Column that counts its entries.</param>
internal sealed class LogQuery(SqliteDatabase database, string table, string place)
{
    private const int Page = 500;

    private readonly List<string> conditions = [];
    private readonly List<(string Name, object? Value)> parameters = [];

    /// <summary>Narrows the read when the value is not null; the condition names the parameter.</summary>
    public LogQuery Where(string condition, string name, object? value)
    {
        if (value is null)
            return this;
        conditions.Add(condition);
        parameters.Add((name, value));
        return this;
    }

    /// <summary>Streams the entries.</summary>
    /// <param name="mapping">Name or wildcard; null for all entries.</param>
    /// <param name="last">At most so many; null for all.</param>
    /// <param name="parse">Makes an entry of its place and body.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        string? mapping, int? last, Func<long, string, T> parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var narrowed = mapping is null
            ? this
            : await OfMappingsAsync(new WildcardPattern(mapping), cancellationToken).ConfigureAwait(false);
        var before = long.MaxValue;
        for (var left = last ?? int.MaxValue; left > 0;)
        {
            var size = Math.Min(left, Page);
            var statement = Statement(narrowed.conditions, size);
            var page = await database.ReadAsync(
                connection => connection.Query(
                    statement,
                    reader => (Place: reader.GetInt64(0), Body: reader.GetString(1)),
                    [.. narrowed.parameters, ("$before", before)]),
                cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return parse(row.Place, row.Body);
            }

            if (page.Count < size)
                yield break;
            left -= size;
            before = page[^1].Place;
        }
    }

    private async Task<LogQuery> OfMappingsAsync(WildcardPattern wildcard, CancellationToken cancellationToken)
    {
        var names = (await database.ReadAsync(Names, cancellationToken).ConfigureAwait(false)).Where(wildcard.Matches).ToArray();
        var narrowed = new LogQuery(database, table, place);
        narrowed.conditions.AddRange(conditions);
        narrowed.parameters.AddRange(parameters);

        // A single name is read in order from its index; several have to be sorted.
        return names is [var name]
            ? narrowed.Where("mapping = $name", "$name", name)
            : narrowed.Where("mapping IN (SELECT value FROM json_each($names))", "$names", JsonSerializer.Serialize(names));
    }

    private string Statement(IEnumerable<string> conditions, int size)
    {
        var where = string.Concat(conditions.Select(condition => $" AND {condition}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {place}, body FROM {table} WHERE {place} < $before{where} ORDER BY {place} DESC LIMIT {size}");
    }

    // Steps from name to name through the index, because there are few names and many entries.
    private List<string> Names(SqliteConnection connection) => connection.Query(
        $"""
        WITH RECURSIVE names (name) AS (
            SELECT min(mapping) FROM {table}
            UNION ALL
            SELECT (SELECT min(mapping) FROM {table} WHERE mapping > name) FROM names WHERE name IS NOT NULL)
        SELECT name FROM names WHERE name IS NOT NULL
        """,
        reader => reader.GetString(0));
}
