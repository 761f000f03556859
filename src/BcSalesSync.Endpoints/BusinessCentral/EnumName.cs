using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BcSalesSync.Endpoints.BusinessCentral;

/// <summary>Names of choices as they travel, with all but letters, digits and underscores escaped (spec/wire-bc.md 3.2).</summary>
internal static partial class EnumName
{
    /// <summary>The blank choice.</summary>
    public const string Blank = "_x0020_";

    /// <summary>The name as people read it; the blank choice becomes empty text.</summary>
    public static string Decode(string wire)
    {
        if (!wire.Contains("_x", StringComparison.Ordinal))
            return string.IsNullOrWhiteSpace(wire) ? string.Empty : wire;
        var name = Escape().Replace(wire, match =>
            ((char)ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        return string.IsNullOrWhiteSpace(name) ? string.Empty : name;
    }

    /// <summary>The name as it travels.</summary>
    public static string Encode(string name)
    {
        if (name.Length == 0)
            return Blank;
        var wire = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character) || character == '_')
                wire.Append(character);
            else
                wire.Append(CultureInfo.InvariantCulture, $"_x{(int)character:X4}_");
        }

        return wire.ToString();
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
