using System.Management.Automation;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Turns names into completions: those that begin with the word, quoted where PowerShell needs it.</summary>
internal static class Candidates
{
    internal static IEnumerable<string> For(string? word, IEnumerable<string> names)
    {
        var begun = (word ?? string.Empty).Trim('\'', '"');
        return names
            .Where(n => n.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(Quoted);
    }

    internal static IEnumerable<CompletionResult> Results(string? word, IEnumerable<string> names) =>
        [.. For(word, names).Select(n => new CompletionResult(n, n.Trim('\''), CompletionResultType.ParameterValue, n.Trim('\'')))];

    private static string Quoted(string name) =>
        name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':')
            ? name
            : "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'";
}
