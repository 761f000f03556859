using System.Globalization;
using System.Text;

namespace BcSalesSync.Sandbox.OData;

// Enum names on the wire: every character an XML name could not hold is written _xHHHH_ (wire-bc 3.2).
internal static class OptionName
{
    public static string Encode(string name)
    {
        if (name.All(IsPlain))
        {
            return name;
        }

        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (IsPlain(c))
            {
                text.Append(c);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
        }

        return text.ToString();
    }

    public static string Decode(string name)
    {
        var text = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (IsEscape(name.AsSpan(i)))
            {
                text.Append((char)int.Parse(name.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 6;
            }
            else
            {
                text.Append(name[i]);
            }
        }

        return text.ToString();
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_'
            && ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
}
