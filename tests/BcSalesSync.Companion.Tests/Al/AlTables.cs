using System.Text.Json;
using System.Text.RegularExpressions;

namespace BcSalesSync.Companion.Tests.Al;

// Types of table fields: of the app's own tables and extensions from their source, of the base application from the data beside this file.
internal sealed partial class AlTables
{
    private const string NotEditable = ", not editable";
    private const string Locked = "Editable = false;";

    private static readonly Dictionary<string, string> System = new()
    {
        ["SystemId"] = "Guid", ["SystemCreatedAt"] = "DateTime", ["SystemCreatedBy"] = "Guid", ["SystemModifiedAt"] = "DateTime",
        ["SystemModifiedBy"] = "Guid", ["SystemRowVersion"] = "BigInteger",
    };

    private readonly Dictionary<(string Table, string Field), string> types = [];

    public AlTables()
    {
        using var json = JsonDocument.Parse(typeof(AlTables).Assembly.GetManifestResourceStream(typeof(AlTables), "BaseTables.json")!);
        Numbers = json.RootElement.GetProperty("numbers").Deserialize<Dictionary<string, int>>()!;
        Members = json.RootElement.GetProperty("members").Deserialize<Dictionary<string, string[]>>()!;
        Base = json.RootElement.GetProperty("fields").Deserialize<Dictionary<string, Dictionary<string, string>>>()!;
        foreach (var (table, field, type) in Base.SelectMany(table => table.Value.Select(field => (table.Key, field.Key, field.Value))))
            types.Add((table, field), type);
        foreach (var file in AlFile.All.Where(file => file.Kind is "table" or "tableextension"))
            Add(file);
    }

    // Numbers of tables by their names.
    public Dictionary<string, int> Numbers { get; }

    // Names of the values of enums, and of options by table and field, in the order of their ordinals.
    public IReadOnlyDictionary<string, string[]> Members { get; }

    // Fields of the base application by table.
    public IReadOnlyDictionary<string, Dictionary<string, string>> Base { get; }

    public string TypeOf(string table, string field) =>
        System.TryGetValue(field, out var system) ? system : types[(table, field)].Replace(NotEditable, "", StringComparison.Ordinal);

    public bool IsEditable(string table, string field) =>
        field == "SystemId" || (!System.ContainsKey(field) && !types[(table, field)].EndsWith(NotEditable, StringComparison.Ordinal));

    private void Add(AlFile file)
    {
        var extended = ExtendedTable().Match(file.Text);
        if (!extended.Success)
            Numbers.Add(file.ObjectName, file.Number);
        foreach (Match match in FieldLine().Matches(file.Text))
        {
            var isLocked = AlFile.Block(file.Text, match.Index).Contains(Locked, StringComparison.Ordinal);
            types.Add(
                (extended.Success ? AlFile.Bare(extended.Groups[1].Value) : file.ObjectName, AlFile.Bare(match.Groups[1].Value)),
                match.Groups[2].Value + (isLocked ? NotEditable : ""));
        }
    }

    [GeneratedRegex("""^tableextension .* extends ("[^"]+"|\w+)""", RegexOptions.Multiline)]
    private static partial Regex ExtendedTable();

    [GeneratedRegex("""^ +field\(\d+; ("[^"]+"|\w+); ([^)]+)\)""", RegexOptions.Multiline)]
    private static partial Regex FieldLine();
}
