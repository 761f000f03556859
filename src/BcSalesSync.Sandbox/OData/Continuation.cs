using System.Globalization;
using System.Text;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.OData;

// The last row of a page, by its order values and id: the next page is found by key, whatever was written meanwhile.
internal sealed record Continuation(IReadOnlyList<object?> Values, Guid Id)
{
    // Literals separated by commas, the id last: 'C00120',5c1f9f1e-...
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var value in Values)
        {
            text.Append(Literal(value)).Append(',');
        }

        return text.Append(Id.ToString("D")).ToString();
    }

    public static Continuation Parse(string token, IReadOnlyList<ColumnType> types)
    {
        var parts = Split(token);
        if (parts.Count != types.Count + 1 || !Guid.TryParse(parts[^1], out var id))
        {
            throw new QueryException("The skip token is not valid.");
        }

        try
        {
            return new Continuation([.. types.Select((type, i) => Value(parts[i], type))], id);
        }
        catch (FormatException exception)
        {
            throw new QueryException("The skip token is not valid.", exception);
        }
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'",
        DateTimeOffset time => "'" + time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) + "'",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        Guid guid => guid.ToString("D"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static object? Value(string text, ColumnType type) => text == "null" ? null : type switch
    {
        ColumnType.Text or ColumnType.Code or ColumnType.Option => Unquote(text),
        ColumnType.Guid => Guid.Parse(text),
        ColumnType.Choice or ColumnType.Integer => int.Parse(text, CultureInfo.InvariantCulture),
        ColumnType.BigInteger => long.Parse(text, CultureInfo.InvariantCulture),
        ColumnType.Decimal => decimal.Parse(text, CultureInfo.InvariantCulture),
        ColumnType.Boolean => bool.Parse(text),
        ColumnType.DateTime => DateTimeOffset.Parse(Unquote(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        ColumnType.Date => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new FormatException(),
    };

    private static string Unquote(string text) =>
        text.Length >= 2 ? text[1..^1].Replace("''", "'", StringComparison.Ordinal) : throw new FormatException();

    private static List<string> Split(string token)
    {
        var parts = new List<string>();
        var quoted = false;
        var start = 0;
        for (var i = 0; i < token.Length; i++)
        {
            if (token[i] == '\'')
            {
                quoted = !quoted;
            }
            else if (token[i] == ',' && !quoted)
            {
                parts.Add(token[start..i]);
                start = i + 1;
            }
        }

        parts.Add(token[start..]);
        return parts;
    }
}
