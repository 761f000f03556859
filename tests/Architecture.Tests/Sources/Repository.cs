namespace Architecture.Tests.Sources;

// The work tree, without what builds leave in it.
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", "out", "TestResults"];
    private static readonly string[] Hidden = [".git", ".vs", ".idea"];
    private static readonly string[] TextFiles =
        [".al", ".cs", ".csproj", ".props", ".sln", ".json", ".csv", ".md", ".ps1", ".psm1", ".psd1", ".ps1xml", ".txt", ".yml", ".config", ""];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Code { get; } = [.. Files().Where(file => file.Name.EndsWith(".cs", StringComparison.Ordinal))];

    // Everything a person may write, dot files included.
    public static IEnumerable<SourceFile> Files() =>
        Walk(new DirectoryInfo(Root)).Where(file => TextFiles.Contains(file.Extension, StringComparer.OrdinalIgnoreCase) || file.Name[0] == '.')
            .Select(file => new SourceFile(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(file => file.LinkTarget is null && file.Name != ".git"))
            yield return file;
        foreach (var inner in folder.EnumerateDirectories().Where(inner => !Generated.Contains(inner.Name) && !Hidden.Contains(inner.Name)))
        {
            foreach (var file in Walk(inner))
                yield return file;
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BcSalesSync.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
