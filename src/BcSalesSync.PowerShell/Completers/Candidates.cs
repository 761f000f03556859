using System.Management.Automation;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Turns suggestions into completions: those that begin with the word, quoted where PowerShell needs it.</summary>
internal static class Candidates
{
    // All of these end a quoted name, and stand for themselves when they are doubled.
    private const string Quotes = "'\u2018\u2019\u201A\u201B";

    internal static string WordIn(string? typed) => (typed ?? string.Empty).Trim('\'', '"');

    /// <summary>What is offered, as it is typed, listed and explained.</summary>
    internal static IEnumerable<Suggestion> For(string? typed, IEnumerable<Suggestion> suggestions)
    {
        var word = WordIn(typed);
        return suggestions
            .Where(s => s.Text.Length > 0 && s.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(s => s.Text, StringComparer.OrdinalIgnoreCase)
            .Select(s => new Suggestion(Quoted(s.Text), Said(s.Label, s.Text), Said(s.Tip, s.Text)));
    }

    internal static IReadOnlyList<CompletionResult> Results(string? typed, IEnumerable<Suggestion> suggestions) =>
        [.. For(typed, suggestions).Select(s => new CompletionResult(s.Text, s.Label, CompletionResultType.ParameterValue, s.Tip))];

    // PowerShell refuses empty texts.
    private static string Said(string? words, string otherwise) => string.IsNullOrWhiteSpace(words) ? otherwise : words;

    private static string Quoted(string name) =>
        name[0] != '-' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':')
            ? name
            : $"'{string.Concat(name.Select(c => Quotes.Contains(c, StringComparison.Ordinal) ? $"{c}{c}" : c.ToString()))}'";
}
