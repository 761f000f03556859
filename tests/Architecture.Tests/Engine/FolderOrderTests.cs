namespace Architecture.Tests.Engine;

public sealed class FolderOrderTests
{
    // Records <- Mappings <- {Planning, Changes, Couplings} <- Applying <- Runs <- {FullSync, Documents} <- Scheduling.
    private static readonly Dictionary<string, int> Level = new()
    {
        ["Records"] = 0, ["Mappings"] = 1, ["Planning"] = 2, ["Changes"] = 2, ["Couplings"] = 2, ["Applying"] = 3, ["Runs"] = 4, ["FullSync"] = 5,
        ["Documents"] = 5, ["Scheduling"] = 6,
    };

    private static readonly string[] Beside = ["Errors", "Files", "Ports", "Recovery", "Telemetry"];

    [Fact]
    public void Every_folder_has_its_place() => Finding.None(EngineFolders.All.Except(Level.Keys).Except(Beside));

    [Fact]
    public void A_folder_refers_to_those_before_it_only() => Finding.None(EngineFolders.References.Select(reference => reference.Key)
        .Where(step => Level.ContainsKey(step.From) && Level.ContainsKey(step.To))
        .Where(step => Level[step.To] >= Level[step.From] && step is not ("Changes", "Planning"))
        .Select(EngineFolders.Describe));

    [Fact]
    public void No_folders_form_a_circle() => Finding.None(EngineFolders.Circles().Select(circle => string.Join("; ", EngineFolders.References
        .Select(reference => reference.Key).Where(step => circle.Contains(step.From) && circle.Contains(step.To)).Select(EngineFolders.Describe))));
}
