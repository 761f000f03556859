using System.Text;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>
/// Reads arguments. Each is taken as it stands, blanks included, up to the next separator; one in single quotes, doubled inside, may hold
/// separators.
/// </summary>
internal sealed class ArgumentReader(string text)
{
    private int at;

    /// <summary>The separator that ended the last argument; null when the text did.</summary>
    public char? Ended { get; private set; }

    /// <summary>All arguments of a text; a text without any gives none.</summary>
    public static IReadOnlyList<string> ReadAll(string text)
    {
        var arguments = new List<string>();
        if (text.Length == 0)
            return arguments;
        var reader = new ArgumentReader(text);
        do
            arguments.Add(reader.Next(","));
        while (reader.Ended is not null);
        return arguments;
    }

    /// <summary>An argument as text that reads back as the same one.</summary>
    public static string Write(string argument, string separators = ",") =>
        argument.StartsWith('\'') || argument.AsSpan().IndexOfAny(separators) >= 0
            ? $"'{argument.Replace("'", "''", StringComparison.Ordinal)}'"
            : argument;

    /// <summary>The next argument.</summary>
    /// <exception cref="TransformationSyntaxException">A quote is not closed, or something follows it.</exception>
    public string Next(string separators)
    {
        if (at < text.Length && text[at] == '\'')
            return Quoted(separators);
        var end = text.AsSpan(at).IndexOfAny(separators);
        var argument = end < 0 ? text[at..] : text.Substring(at, end);
        at += argument.Length;
        Skip();
        return argument;
    }

    private string Quoted(string separators)
    {
        var argument = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '\'')
            {
                argument.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '\'')
            {
                argument.Append('\'');
                at++;
            }
            else
            {
                at++;
                if (at < text.Length && !separators.Contains(text[at], StringComparison.Ordinal))
                    throw new TransformationSyntaxException($"'{text[at..]}' follows a closing quote; double quotes inside quotes.");
                Skip();
                return argument.ToString();
            }
        }

        throw new TransformationSyntaxException("A quote is not closed.");
    }

    private void Skip()
    {
        Ended = at < text.Length ? text[at] : null;
        at++;
    }
}
