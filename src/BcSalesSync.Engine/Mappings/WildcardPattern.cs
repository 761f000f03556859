namespace BcSalesSync.Engine.Mappings;

/// <summary>A name with wildcards: * stands for any characters, ? for one. Case does not count.</summary>
/// <param name="Pattern">The pattern as typed.</param>
public sealed record WildcardPattern(string Pattern)
{
    /// <summary>True when the text has wildcards.</summary>
    public static bool HasWildcards(string text) => text.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>True when the whole name fits; an empty name fits only * and an empty pattern.</summary>
    public bool Matches(string name)
    {
        var (at, next) = (0, 0);
        var (star, retry) = (-1, 0);
        while (at < name.Length)
        {
            if (next < Pattern.Length && Pattern[next] == '*')
            {
                star = next++;
                retry = at;
            }
            else if (next < Pattern.Length && (Pattern[next] == '?' || SameLetter(Pattern[next], name[at])))
            {
                at++;
                next++;
            }
            else if (star >= 0)
            {
                next = star + 1;
                at = ++retry;
            }
            else
            {
                return false;
            }
        }

        return Pattern.AsSpan(next).Trim('*').IsEmpty;
    }

    private static bool SameLetter(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
