using System.Text.RegularExpressions;
using Architecture.Tests.Sources;

namespace Architecture.Tests.Engine;

// Which top-level folder of the engine refers to which, and by which files.
internal static partial class EngineFolders
{
    private const string Home = "src/BcSalesSync.Engine/";

    public static ILookup<(string From, string To), string> References { get; } = Read();

    public static IEnumerable<string> All => Files().Select(FolderOf).Distinct();

    public static string Describe((string From, string To) step) => $"{step.From} -> {step.To} ({string.Join(", ", References[step].Distinct())})";

    // Sets of folders that reach each other, each set once.
    public static IEnumerable<IReadOnlyList<string>> Circles()
    {
        var reach = All.ToDictionary(folder => folder, Reached);
        return reach.Keys.Where(folder => reach[folder].Contains(folder))
            .Select(folder => (IReadOnlyList<string>)[.. reach.Keys.Where(other => reach[folder].Contains(other) && reach[other].Contains(folder)).Order()])
            .DistinctBy(circle => string.Join(' ', circle));
    }

    private static HashSet<string> Reached(string start)
    {
        var reached = new HashSet<string>();
        var waiting = new Queue<string>([start]);
        while (waiting.TryDequeue(out var folder))
        {
            foreach (var next in References.Where(step => step.Key.From == folder).Select(step => step.Key.To).Where(reached.Add))
                waiting.Enqueue(next);
        }

        return reached;
    }

    private static ILookup<(string From, string To), string> Read()
    {
        var names = Files().SelectMany(file => file.Types).Concat(Files().Select(file => file.Folder[(file.Folder.LastIndexOf('/') + 1)..])).ToHashSet();
        var folders = Files().Select(FolderOf).ToHashSet();
        return Files().SelectMany(file => FullNames().Matches(file.Text).Select(match => match.Groups[1].Value)
                .Concat(ShortNames().Matches(file.Text).Where(match => names.Contains(match.Groups[2].Value)).Select(match => match.Groups[1].Value))
                .Where(folder => folders.Contains(folder) && folder != FolderOf(file))
                .Select(folder => (Step: (FolderOf(file), folder), file.Name)))
            .ToLookup(reference => reference.Step, reference => reference.Name);
    }

    private static IEnumerable<SourceFile> Files() => Repository.Code.Where(file =>
        file.Path.StartsWith(Home, StringComparison.Ordinal) && file.Path[Home.Length..].Contains('/', StringComparison.Ordinal));

    private static string FolderOf(SourceFile file) => file.Path[Home.Length..].Split('/')[0];

    [GeneratedRegex(@"BcSalesSync\.Engine\.(\w+)")]
    private static partial Regex FullNames();

    // Planning.PlannedAction or Planning.Merging.FieldDecision, as code inside the engine may write it.
    [GeneratedRegex(@"(?<![\w.""])([A-Z]\w+)\.([A-Z]\w+)")]
    private static partial Regex ShortNames();
}
