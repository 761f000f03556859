using System.Text.RegularExpressions;

namespace BcSalesSync.Companion.Tests.Al;

// One file of the companion app.
internal sealed partial record AlFile(string Name, string Text)
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "BcSalesSync.Companion");

    // Every file of the app in this repository.
    public static IReadOnlyList<AlFile> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.al", SearchOption.AllDirectories).Order().Select(Read)];

    // Kind, number and name of the object; a file that holds several fails here.
    public Match Object => Assert.Single(ObjectLine().Matches(Text));

    public string Kind => Object.Groups["kind"].Value;

    public int Number => int.Parse(Object.Groups["number"].Value, null);

    public string ObjectName => Bare(Object.Groups["name"].Value);

    // A property of the object itself: its lines are the ones indented once.
    public string? Property(string name) =>
        Regex.Match(Text, $@"^ {{4}}{name} = ([^;]+);", RegexOptions.Multiline) is { Success: true } match ? Bare(match.Groups[1].Value) : null;

    // An AL name without its quotes.
    public static string Bare(string name) => name.Trim().Trim('"', '\'');

    // The braces that open at or after a place, and what they hold.
    public static string Block(string text, int from)
    {
        var start = text.IndexOf('{', from);
        var depth = 0;
        for (var at = start; at < text.Length; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return text[start..(at + 1)];
        }

        throw new InvalidDataException("A brace is not closed.");
    }

    private static AlFile Read(string path) => new(Path.GetFileName(path), File.ReadAllText(path));

    [GeneratedRegex("""^(?<kind>page|table|tableextension|codeunit|permissionset) (?<number>\d+) (?<name>"[^"]+"|\w+)""", RegexOptions.Multiline)]
    private static partial Regex ObjectLine();
}
