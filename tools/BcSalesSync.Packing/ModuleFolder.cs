using System.Text.RegularExpressions;

namespace BcSalesSync.Packing;

/// <summary>Composes the module as it is installed: a folder that is named after its version.</summary>
internal static partial class ModuleFolder
{
    internal const string ModuleName = "BcSalesSync";
    private const string Contracts = "BcSalesSync.Contracts.dll";

    internal static string Compose(ModuleParts parts, string output)
    {
        var home = Path.Combine(output, ModuleName);
        if (Directory.Exists(home))
            Directory.Delete(home, recursive: true);
        var folder = Path.Combine(home, VersionOf(Path.Combine(parts.Source, ModuleName + ".psd1")));
        CopyTree(parts.Help, folder, "*-Help.xml");
        foreach (var pattern in new[] { "*.psd1", "*.ps1xml", "about_*.txt" })
            CopyTree(parts.Source, folder, pattern);
        File.Copy(Path.Combine(parts.Shell, "BcSalesSync.PowerShell.dll"), Path.Combine(folder, "BcSalesSync.PowerShell.dll"));
        File.Copy(Path.Combine(parts.Shell, Contracts), Path.Combine(folder, Contracts));

        // Contracts lies beside the manifest only: the engine must get the copy whose types the cmdlets emit.
        var engine = EngineFiles.Of(parts.Engine);
        engine.CopyTo(Directory.CreateDirectory(Path.Combine(folder, "engine")).FullName, parts.Engine, [Contracts]);
        ThirdPartyNotices.Write(folder, engine.Packages, parts.Restored);
        foreach (var licence in Directory.EnumerateFiles(parts.Root, "LICENSE*"))
            File.Copy(licence, Path.Combine(folder, Path.GetFileName(licence)));
        CheckSums.Write(folder);
        return folder;
    }

    private static string VersionOf(string manifest) => VersionLine().Match(File.ReadAllText(manifest)) is { Success: true } found
        ? found.Groups[1].Value
        : throw new InvalidDataException($"{manifest} names no ModuleVersion.");

    private static void CopyTree(string source, string target, string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(source, pattern, SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex(@"^\s*ModuleVersion\s*=\s*'([^']+)'", RegexOptions.Multiline)]
    private static partial Regex VersionLine();
}
