using System.Text.RegularExpressions;

namespace Architecture.Tests.Scenarios;

// A test method that runs, and what it shows by its traits.
internal sealed partial record RunningTest(string Name, IReadOnlyList<(string Kind, string Id)> Traits)
{
    // The scenarios it shows.
    public IReadOnlyList<string> Scenarios => Shown("Scenario");

    // The tests of a file. What stands in a comment is none, and one that is skipped shows nothing.
    public static IEnumerable<RunningTest> In(string code) =>
        from method in Method().Matches(CommentedOut().Replace(code, ""))
        let attributes = CommentLine().Replace(method.Groups["attributes"].Value, "")
        where TestAttribute().IsMatch(attributes) && !Skip().IsMatch(attributes)
        select new RunningTest(method.Groups["name"].Value, [
            .. Trait().Matches(attributes).Select(match => (match.Groups["kind"].Value, match.Groups["id"].Value)),
        ]);

    // What it shows of a kind.
    public IReadOnlyList<string> Shown(string kind) => [.. Traits.Where(trait => trait.Kind == kind).Select(trait => trait.Id)];

    // Attributes, their further lines and comments between them, up to the method they belong to.
    [GeneratedRegex(
        @"^(?<attributes>    \[.*\r?\n(?:    (?:\[|//| ).*\r?\n)*)    public (?:async )?\S+ (?<name>\w+)\(",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Method();

    [GeneratedRegex(@"^ *\[(?:Fact|Theory)\b", RegexOptions.Multiline)]
    private static partial Regex TestAttribute();

    [GeneratedRegex(@"\bSkip\w*\s*=[^=]")]
    private static partial Regex Skip();

    [GeneratedRegex(@"^    \[Trait\(""(?<kind>[^""]*)"", ""(?<id>[^""]*)""\)\]", RegexOptions.Multiline)]
    private static partial Regex Trait();

    [GeneratedRegex(@"^ *//.*$", RegexOptions.Multiline)]
    private static partial Regex CommentLine();

    [GeneratedRegex(@"^ */\*.*?\*/|^#if\b.*?^#endif\b", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CommentedOut();
}
