namespace BcSalesSync.Packing;

/// <summary>Where the parts of the module are.</summary>
/// <param name="Root">Root of the repository.</param>
/// <param name="Help">Folder that holds the folders of help, one for each language.</param>
/// <param name="Shell">Output of the assembly with the cmdlets.</param>
/// <param name="Engine">Output of the assembly with the engine.</param>
/// <param name="Restored">The engine's project.assets.json, which tells the folders of packages.</param>
internal sealed record ModuleParts(string Root, string Help, string Shell, string Engine, string Restored)
{
    internal string Source => Path.Combine(Root, "module");
}
