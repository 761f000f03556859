using System.Text.RegularExpressions;
using Architecture.Tests.Sources;

namespace Architecture.Tests.Scenarios;

// The behaviour this product answers for: every scenario by id, and where the repository says what became of it.
internal sealed partial class ScenarioBook
{
    public const string List = "tests/scenarios.txt";
    public const string NotTaken = "tests/scenarios-not-taken.md";

    private const string ComingHeading = "# Rows of parts to come";

    private ScenarioBook(string list, string notTaken, IReadOnlyList<string> code)
    {
        Known = [.. list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])];
        var tables = notTaken.Split(ComingHeading);
        Replaced = [.. Rows(tables[0]).Select(row => (row[1], row[3].Trim('`')))];
        Coming = tables.Length > 1 ? [.. Rows(tables[1]).Select(row => row[1])] : [];
        var running = code.SelectMany(RunningTest.In).ToList();
        Tested = running.SelectMany(test => test.Scenarios).ToHashSet();
        Tests = running.Select(test => test.Name).ToHashSet();
    }

    // Every scenario of the areas that are built, one a line with its area.
    public IReadOnlyList<string> Known { get; }

    // Scenarios that go another way here, each with the test that shows the other way.
    public IReadOnlyList<(string Id, string Test)> Replaced { get; }

    // Scenarios that need a part which is not built yet.
    public IReadOnlyList<string> Coming { get; }

    public IReadOnlySet<string> Tested { get; }

    public IReadOnlySet<string> Tests { get; }

    public static ScenarioBook Read()
    {
        var files = Repository.Files().ToList();
        return new ScenarioBook(
            files.Single(file => file.Path == List).Text,
            files.Single(file => file.Path == NotTaken).Text,
            [.. Repository.Code.Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal)).Select(file => file.Text)]);
    }

    private static IEnumerable<string[]> Rows(string table) =>
        table.Split('\n').Where(line => RowStart().IsMatch(line)).Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"^\| [A-Z]{3}-\d{3} \|")]
    private static partial Regex RowStart();
}
