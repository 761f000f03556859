using System.Security.Cryptography;

namespace BcSalesSync.Packing;

/// <summary>Writes SHA-256 sums in the form that sha256sum -c reads.</summary>
internal static class CheckSums
{
    private const string FileName = "SHA256SUMS";

    /// <summary>Every file below the folder, as a path with forward slashes, in a fixed order.</summary>
    internal static IReadOnlyList<string> FilesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    /// <summary>Writes the sums of all files of the folder into it.</summary>
    internal static void Write(string folder) =>
        File.WriteAllText(Path.Combine(folder, FileName), string.Concat(FilesOf(folder).Select(file => Line(folder, file))));

    internal static string Line(string folder, string file)
    {
        using var content = File.OpenRead(Path.Combine(folder, file));
        return $"{Convert.ToHexStringLower(SHA256.HashData(content))}  {file}\n";
    }
}
