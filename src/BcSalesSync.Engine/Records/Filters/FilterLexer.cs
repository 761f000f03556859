using System.Text;

namespace BcSalesSync.Engine.Records.Filters;

/// <summary>Cuts a filter text into tokens.</summary>
internal sealed class FilterLexer(string text)
{
    private int at;

    public List<FilterToken> ReadAll()
    {
        var tokens = new List<FilterToken>();
        do
            tokens.Add(Next());
        while (tokens[^1].Kind is not FilterTokenKind.End);
        return tokens;
    }

    private FilterToken Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        var start = at;
        if (at == text.Length)
            return new(FilterTokenKind.End, string.Empty, start + 1);
        switch (text[at])
        {
            case '(':
                at++;
                return new(FilterTokenKind.Open, "(", start + 1);
            case ')':
                at++;
                return new(FilterTokenKind.Close, ")", start + 1);
            case '\'':
                return new(FilterTokenKind.Text, ReadText(), start + 1);
            case '{':
                return new(FilterTokenKind.Placeholder, ReadPlaceholder(), start + 1);
            default:
                return new(FilterTokenKind.Word, ReadWord(), start + 1);
        }
    }

    private string ReadText()
    {
        var result = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '\'')
            {
                result.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '\'')
            {
                result.Append('\'');
                at++;
            }
            else
            {
                at++;
                return result.ToString();
            }
        }

        throw new FilterSyntaxException(text.Length + 1, "a closing quote", "the end of the filter");
    }

    private string ReadPlaceholder()
    {
        var close = text.IndexOf('}', at);
        if (close < 0)
            throw new FilterSyntaxException(text.Length + 1, "a closing brace", "the end of the filter");
        var name = text[(at + 1)..close];
        at = close + 1;
        return name;
    }

    private string ReadWord()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-' or '+' or ':' or '.'))
            at++;
        return at > start
            ? text[start..at]
            : throw new FilterSyntaxException(start + 1, "a column, a value or a parenthesis", $"'{text[at]}'");
    }
}
