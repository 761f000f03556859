using System.Text;

namespace BcSalesSync.Engine.Records.Filters.BusinessCentral;

/// <summary>A filter text and the place up to which it was read.</summary>
internal sealed class BcFilterText(string text)
{
    private int at;

    public int Position => at + 1;

    public bool AtEnd => at == text.Length;

    public void SkipBlanks()
    {
        while (!AtEnd && char.IsWhiteSpace(text[at]))
            at++;
    }

    /// <summary>Goes past a sign, and blanks before it, if it comes next.</summary>
    public bool Skip(string sign)
    {
        SkipBlanks();
        if (!text.AsSpan(at).StartsWith(sign))
            return false;
        at += sign.Length;
        return true;
    }

    /// <summary>Goes past a word, whatever its case, if it comes next.</summary>
    public bool SkipWord(string word)
    {
        SkipBlanks();
        var next = text.AsSpan(at);
        if (!next.StartsWith(word, StringComparison.OrdinalIgnoreCase) || (next.Length > word.Length && IsOfName(next[word.Length])))
            return false;
        at += word.Length;
        return true;
    }

    public string ReadName()
    {
        var start = at;
        while (!AtEnd && IsOfName(text[at]))
            at++;
        return at > start ? text[start..at] : throw Expected("the name of a field");
    }

    /// <summary>A value in quotes, or one that ends before one of the given signs; blanks around it do not count.</summary>
    /// <param name="ends">The signs.</param>
    /// <param name="inRange">True when the two dots of a range end it too.</param>
    public BcFilterOperand ReadOperand(string ends, bool inRange)
    {
        SkipBlanks();
        var position = Position;
        if (!AtEnd && text[at] == '\'')
            return new BcFilterOperand(ReadQuoted(), IsQuoted: true, position);
        var start = at;
        while (!AtEnd && !ends.Contains(text[at], StringComparison.Ordinal) && !(inRange && AtDots))
            at++;
        return new BcFilterOperand(text[start..at].TrimEnd(), IsQuoted: false, position);
    }

    /// <summary>The error that something else should stand here.</summary>
    public FilterSyntaxException Expected(string what) => new(Position, what, AtEnd ? "the end of the filter" : $"'{text[at]}'");

    private bool AtDots => text.AsSpan(at).StartsWith("..");

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    private string ReadQuoted()
    {
        var result = new StringBuilder();
        for (at++; !AtEnd; at++)
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

        throw Expected("a closing quote");
    }
}
