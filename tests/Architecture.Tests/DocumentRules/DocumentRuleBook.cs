using System.Text.RegularExpressions;
using Architecture.Tests.Scenarios;
using Architecture.Tests.Sources;

namespace Architecture.Tests.DocumentRules;

// What documents answer for: every error of theirs by code, every decision that departs from what one might expect by number, and where the
// repository says what became of it.
internal sealed partial class DocumentRuleBook
{
    public const string List = "tests/document-rules.txt";
    public const string NotTaken = "tests/document-rules-not-taken.md";

    private DocumentRuleBook(string list, string notTaken, IReadOnlyList<string> code)
    {
        Known = [.. list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])];
        Replaced =
        [
            .. notTaken.Split('\n').Where(line => RowStart().IsMatch(line)).Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(row => (row[1], row[2], row[3].Trim('`'))),
        ];
        var running = code.SelectMany(RunningTest.In).ToList();
        Errors = running.SelectMany(test => test.Shown("DocumentError")).ToHashSet();
        Quirks = running.SelectMany(test => test.Shown("DocumentQuirk")).ToHashSet();
        Tests = running.Select(test => test.Name).ToHashSet();
    }

    // Every code and number, one a line with what it is about.
    public IReadOnlyList<string> Known { get; }

    // Those that cannot occur here, each with the reason and the test that shows what happens instead.
    public IReadOnlyList<(string Id, string Reason, string Test)> Replaced { get; }

    // Codes of errors that tests show.
    public IReadOnlySet<string> Errors { get; }

    // Numbers of decisions that tests show.
    public IReadOnlySet<string> Quirks { get; }

    public IReadOnlySet<string> Tests { get; }

    public static DocumentRuleBook Read()
    {
        var files = Repository.Files().ToList();
        return new DocumentRuleBook(
            files.Single(file => file.Path == List).Text,
            files.Single(file => file.Path == NotTaken).Text,
            [.. Repository.Code.Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal)).Select(file => file.Text)]);
    }

    // True for the code of an error, as against the number of a decision.
    public static bool IsError(string id) => char.IsAsciiLetterUpper(id[0]);

    [GeneratedRegex(@"^\| (?:[A-Z]-)?\d+ \|")]
    private static partial Regex RowStart();
}
