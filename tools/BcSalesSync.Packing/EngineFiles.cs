using System.Text.Json.Nodes;

namespace BcSalesSync.Packing;

/// <summary>What the engine needs at run time, as the build itself lists it, less the files for systems the module does not run on.</summary>
internal sealed class EngineFiles
{
    private const string ListName = "BcSalesSync.Runtime.deps.json";

    private readonly JsonNode list;
    private readonly JsonObject libraries;

    private EngineFiles(JsonNode list)
    {
        this.list = list;
        libraries = list["targets"]![list["runtimeTarget"]!["name"]!.GetValue<string>()]!.AsObject();
        foreach (var (_, library) in libraries)
            LeaveOutOtherSystems(library!.AsObject());
    }

    /// <summary>Packages with at least one file in the engine.</summary>
    internal IEnumerable<ShippedPackage> Packages =>
        from library in libraries
        let described = list["libraries"]![library.Key]!
        where described["type"]!.GetValue<string>() == "package" && FilesOf(library.Value!).Any()
        let name = library.Key.Split('/')
        select new ShippedPackage(name[0], name[1], described["path"]!.GetValue<string>());

    internal static EngineFiles Of(string output) => new(JsonNode.Parse(File.ReadAllText(Path.Combine(output, ListName)))!);

    internal void CopyTo(string folder, string output, IReadOnlyCollection<string> shared)
    {
        foreach (var file in libraries.SelectMany(library => FilesOf(library.Value!)).Where(file => !shared.Contains(file)))
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(output, file), target, overwrite: true);
        }
        File.WriteAllText(Path.Combine(folder, ListName), list.ToJsonString(new() { WriteIndented = true }).ReplaceLineEndings("\n"));
    }

    private static IEnumerable<string> FilesOf(JsonNode library) =>
        Keys(library["runtime"]).Select(asset => Path.GetFileName(asset)).Concat(Keys(library["runtimeTargets"]));

    private static IEnumerable<string> Keys(JsonNode? assets) => assets?.AsObject().Select(asset => asset.Key) ?? [];

    private static void LeaveOutOtherSystems(JsonObject library)
    {
        if (library["runtimeTargets"] is not JsonObject assets)
            return;
        string[] others =
        [
            .. from asset in assets
               where !Platforms.Take(asset.Value!["rid"]!.GetValue<string>(), asset.Value["assetType"]!.GetValue<string>() == "native")
               select asset.Key,
        ];
        foreach (var other in others)
            assets.Remove(other);
    }
}
