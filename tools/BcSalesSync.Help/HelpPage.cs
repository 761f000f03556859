namespace BcSalesSync.Help;

/// <summary>What people write about one command: a description, examples and what else to read.</summary>
/// <param name="Command">Name of the command.</param>
/// <param name="Description">Paragraphs of the description.</param>
/// <param name="Examples">Examples, in their order.</param>
/// <param name="SeeAlso">Commands and topics.</param>
internal sealed record HelpPage(
    string Command, IReadOnlyList<string> Description, IReadOnlyList<HelpExample> Examples, IReadOnlyList<string> SeeAlso)
{
    /// <summary>Remark of an example that the sandbox cannot run; in its page the code is marked own-systems.</summary>
    internal const string OwnSystems = "Needs systems of your own.";

    private const string Fence = "```";
    private const string SeeAlsoTitle = "See also";

    /// <summary>Reads all pages of a folder.</summary>
    /// <exception cref="InvalidDataException">A page is not in the form of one, or has another name than its command.</exception>
    internal static IReadOnlyList<HelpPage> ReadAll(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal)
            .Select(file => Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))),
    ];

    /// <summary>
    /// Reads a page: a heading with the command, the description, a section for each example with its code in a fence and remarks after it,
    /// and last a section See also with names between commas.
    /// </summary>
    /// <exception cref="InvalidDataException">The text is not in this form.</exception>
    internal static HelpPage Parse(string command, string text)
    {
        string[] sections = [.. $"\n{text.ReplaceLineEndings("\n")}".Split("\n## ")];
        var heading = $"\n# {command}\n";
        if (!sections[0].StartsWith(heading, StringComparison.Ordinal))
            throw new InvalidDataException($"The page of {command} does not begin with the line '# {command}'.");
        var named = sections.Skip(1).Select(section => (Title: FirstLine(section), Text: section[FirstLine(section).Length..])).ToArray();
        return new HelpPage(
            command,
            Paragraphs(sections[0][heading.Length..]),
            [.. named.Where(section => section.Title != SeeAlsoTitle).Select(section => Example(command, section.Title, section.Text))],
            [.. named.Where(section => section.Title == SeeAlsoTitle).SelectMany(section =>
                section.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]);
    }

    private static HelpExample Example(string command, string title, string text)
    {
        if (text.Split($"\n{Fence}") is not [var before, var code, var remarks] || !string.IsNullOrWhiteSpace(before))
            throw new InvalidDataException($"The example '{title}' of {command} does not begin with one block of code.");
        var kind = FirstLine(code);
        string[] note = kind switch
        {
            "powershell" => [],
            "powershell own-systems" => [OwnSystems],
            _ => throw new InvalidDataException($"The example '{title}' of {command} is of kind '{kind}'."),
        };
        return new HelpExample(title, code[kind.Length..].Trim('\n'), [.. Paragraphs(remarks), .. note]);
    }

    // Blank lines and bullets begin a paragraph.
    private static string[] Paragraphs(string text) =>
    [
        .. text.Replace("\n- ", "\n\n- ", StringComparison.Ordinal).Replace("`", string.Empty, StringComparison.Ordinal)
            .Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => string.Join(' ', paragraph.Split('\n', StringSplitOptions.TrimEntries))),
    ];

    private static string FirstLine(string text) => text.Split('\n')[0];
}
