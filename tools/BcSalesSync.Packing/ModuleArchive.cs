using System.IO.Compression;

namespace BcSalesSync.Packing;

/// <summary>Packs the module into an archive that unpacks into a folder of modules; the same files always give the same bytes.</summary>
internal static class ModuleArchive
{
    // The first moment an archive can tell.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // An ordinary file that everybody may read, as Unix says it.
    private const int Readable = unchecked((int)0x81A40000);

    internal static void Write(string folder, string output)
    {
        var version = Path.GetFileName(folder);
        var name = $"{ModuleFolder.ModuleName}-{version}.zip";
        using (var file = File.Create(Path.Combine(output, name)))
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var path in CheckSums.FilesOf(folder))
                Add(archive, $"{ModuleFolder.ModuleName}/{version}/{path}", Path.Combine(folder, path));
        }
        File.WriteAllText(Path.Combine(output, name + ".sha256"), CheckSums.Line(output, name));
    }

    private static void Add(ZipArchive archive, string name, string path)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = Written;
        entry.ExternalAttributes = Readable;
        using var content = File.OpenRead(path);
        using var packed = entry.Open();
        content.CopyTo(packed);
    }
}
