using System.Text.RegularExpressions;

namespace Architecture.Tests.Sources;

public sealed partial class SourceFileTests
{
    private const int LongestFile = 400;

    private static readonly string[] BannedWords = ["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Common", "Manager", "Misc"];

    // The program with the console, and the one place where fresh ids come from.
    private static readonly string[] MayUseBannedSymbols =
        ["src/BcSalesSync.Host/BcSalesSync.Host.csproj", "src/BcSalesSync.Runtime/Connections/SystemIdSource.cs"];

    [Fact]
    public void A_file_holds_one_type() =>
        Finding.None(Repository.Code.Where(file => file.Types.Count > 1).Select(file => $"{file}: {string.Join(", ", file.Types)}"));

    [Fact]
    public void A_file_is_named_after_its_type() =>
        Finding.None(Repository.Code.Where(file => file.Types.Count == 1 && file.Name != file.Types[0] + ".cs").Select(file => $"{file}: {file.Types[0]}"));

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Finding.None(Repository.Code.Where(file => file.Lines > LongestFile).Select(file => $"{file}: {file.Lines}"));

    [Fact]
    public void The_folder_is_the_namespace() =>
        Finding.None(Repository.Code.Where(file => file.Types.Count > 0 && file.Namespace != NamespaceOf(file)).Select(file => $"{file}: {file.Namespace}"));

    [Fact]
    public void No_name_is_a_drawer_for_everything() =>
        Finding.None(Repository.Code.Where(file => file.Path.Split('/', '.').SelectMany(Words).Any(BannedWords.Contains)).Select(file => file.Path));

    [Fact]
    public void No_file_hides_code_in_regions() =>
        Finding.None(Repository.Code.Where(file => RegionLine().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void No_file_leaves_work_for_later() =>
        Finding.None(Repository.Files().Where(file => PromiseWord().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void Banned_symbols_are_allowed_where_they_belong_only() => Finding.None(
        Repository.Files().Where(file => BannedSymbolRule().IsMatch(file.Text)).Select(file => file.Path).Except(MayUseBannedSymbols));

    // src/BcSalesSync.Engine/Planning -> BcSalesSync.Engine.Planning
    private static string NamespaceOf(SourceFile file) => file.Folder[(file.Folder.IndexOf('/') + 1)..].Replace('/', '.');

    private static IEnumerable<string> Words(string name) => PascalWord().Matches(name).Select(match => match.Value);

    [GeneratedRegex(@"^\s*#\s*(?:end)?region\b", RegexOptions.Multiline)]
    private static partial Regex RegionLine();

    [GeneratedRegex(@"\b(?:TO[D]O|FIX[M]E|HAC[K])\b")]
    private static partial Regex PromiseWord();

    [GeneratedRegex(@"RS00[3]0")]
    private static partial Regex BannedSymbolRule();

    [GeneratedRegex(@"[A-Z][a-z0-9]+|[A-Z]+(?![a-z])")]
    private static partial Regex PascalWord();
}
