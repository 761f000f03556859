using System.Globalization;
using System.Text.RegularExpressions;
using BcSalesSync.Runtime.Reporting;

namespace BcSalesSync.Runtime.Tests.Reporting;

/// <summary>Letters and shapes can be told from what is behind them (WCAG 2.2, 1.4.3).</summary>
public sealed partial class ContrastTests
{
    private const double Least = 4.5;

    // Light, dark and on paper, in the order of the style sheet.
    private static readonly IReadOnlyList<Dictionary<string, string>> Palettes = [.. Palette().Matches(ReportStyle.Css)
        .Select(block => Colour().Matches(block.Value).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value))];

    public static TheoryData<string, string> Pairs => new()
    {
        { "text", "page" }, { "text", "card" }, { "text", "plain-back" }, { "muted", "page" }, { "muted", "card" }, { "muted", "raised" },
        { "link", "page" }, { "good-text", "good-back" }, { "bad-text", "bad-back" }, { "mixed-text", "mixed-back" }, { "plain-text", "plain-back" },
        { "created", "card" }, { "updated", "card" }, { "deleted", "card" }, { "failed", "card" }, { "conflict", "card" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_colour_stands_out_in_light_in_dark_and_on_paper(string front, string back)
    {
        Assert.Equal(3, Palettes.Count);
        Assert.All(Palettes, palette => Assert.InRange(Contrast(palette[front], palette[back]), Least, 21));
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => (0.2126 * Channel(colour, 0)) + (0.7152 * Channel(colour, 2)) + (0.0722 * Channel(colour, 4));

    private static double Channel(string colour, int at)
    {
        var part = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@":root\s*\{[^}]*--page[^}]*\}")]
    private static partial Regex Palette();

    [GeneratedRegex("--([a-z-]+): #([0-9a-f]{6});")]
    private static partial Regex Colour();
}
