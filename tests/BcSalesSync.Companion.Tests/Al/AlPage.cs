using System.Text.RegularExpressions;

namespace BcSalesSync.Companion.Tests.Al;

// An API page of the companion app.
internal sealed partial class AlPage(AlFile file)
{
    public static IReadOnlyList<AlPage> All { get; } = [.. AlFile.All.Where(file => file.Kind == "page").Select(file => new AlPage(file))];

    public AlFile File => file;

    public string EntitySet => Property("EntitySetName");

    public string Entity => Property("EntityName");

    public string SourceTable => Property("SourceTable");

    public IReadOnlyList<AlField> Fields { get; } =
    [
        .. FieldControl().Matches(file.Text)
            .Select(match => new AlField(match.Groups[1].Value, match.Groups[2].Value, AlFile.Block(file.Text, match.Index + match.Length))),
    ];

    // Names of the parts, each with the set its own page shows.
    public IReadOnlyList<(string Name, string EntitySet)> Parts =>
    [
        .. PartControl().Matches(file.Text).Select(match => (match.Groups[1].Value, All.Single(page => page.File.ObjectName == match.Groups[2].Value).EntitySet)),
    ];

    // Bound actions by their names on the wire, each with the type it returns; blank when it returns nothing.
    public IReadOnlyList<(string Name, string Returns)> Actions =>
    [
        .. Action().Matches(file.Text)
            .Select(match => (char.ToLowerInvariant(match.Groups[1].Value[0]) + match.Groups[1].Value[1..], match.Groups[2].Value)),
    ];

    public bool Allows(string right) => file.Property("Editable") != "false" && file.Property(right + "Allowed") != "false";

    // The type of a variable of the page.
    public string TypeOfVariable(string name)
    {
        var variables = file.Text[(file.Text.LastIndexOf("\n    var\n", StringComparison.Ordinal) + 1)..];
        return Assert.Single(Regex.Matches(variables, $@"^ {{8}}{name}: (.+);$", RegexOptions.Multiline)).Groups[1].Value;
    }

    private string Property(string name) => file.Property(name) ?? throw new InvalidDataException($"{file.Name} has no property {name}.");

    [GeneratedRegex("""^ +field\((\w+); (Rec\.(?:"[^"]+"|\w+)|\w+)\)$""", RegexOptions.Multiline)]
    private static partial Regex FieldControl();

    [GeneratedRegex("""^ +part\((\w+); "([^"]+)"\)$""", RegexOptions.Multiline)]
    private static partial Regex PartControl();

    [GeneratedRegex(@"\[ServiceEnabled\]\s+procedure (\w+)\(\)(?:: (\w+))?$", RegexOptions.Multiline)]
    private static partial Regex Action();
}
