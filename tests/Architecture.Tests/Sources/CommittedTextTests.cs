using System.Text.RegularExpressions;

namespace Architecture.Tests.Sources;

public sealed partial class CommittedTextTests
{
    [Fact]
    public void No_file_names_a_path_of_one_machine() => Finding.None(Findings(MachinePath()));

    [Fact]
    public void No_file_holds_what_looks_like_a_secret() => Finding.None(Findings(Secret()));

    private static IEnumerable<string> Findings(Regex pattern) =>
        Repository.Files().SelectMany(file => pattern.Matches(file.Text).Select(match => $"{file}: {match.Value}"));

    [GeneratedRegex(@"(?<![\w.:/}])/(?:home|root|work|Users|mnt)/[\w.-]+|\b[A-Za-z]:\\{1,2}(?:Users|src|dev|repos?|work)\\")]
    private static partial Regex MachinePath();

    // Private keys, tokens with a known beginning, signed tokens, and passwords inside connection strings.
    [GeneratedRegex(
        @"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}|\bglpat-[\w-]{20,}|\bxox[abp]-[\w-]{10,}"
        + @"|\beyJ[\w-]{15,}\.[\w-]{15,}\.[\w-]{10,}|\b[\w-]{3}8Q~[\w~.-]{30,}|(?i:\b(?:password|pwd|accountkey|clientsecret)\s*=\s*[^\s;""'{<$)(]{6,};)")]
    private static partial Regex Secret();
}
