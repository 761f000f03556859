using System.Text.RegularExpressions;

namespace Architecture.Tests.Sources;

// A file of the work tree: its path from the root, with forward slashes, and its text.
internal sealed partial record SourceFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    public int Lines => Text.Split('\n').Length - (Text.EndsWith('\n') ? 1 : 0);

    public string? Namespace => NamespaceLine().Match(Text) is { Success: true } match ? match.Groups[1].Value : null;

    // Types at the left margin; file-scoped namespaces leave nested ones indented.
    public IReadOnlyList<string> Types => [.. TypeLine().Matches(Text).Select(match => match.Groups[1].Value)];

    public override string ToString() => Path;

    [GeneratedRegex(@"^namespace\s+([\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|readonly|ref|partial|unsafe)\s+)*"
        + @"(?:class|record\s+struct|record\s+class|record|struct|interface|enum|delegate\s+[\w<>\[\],.?]+)\s+(\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TypeLine();
}
