using System.Text.Json.Nodes;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Options;

/// <summary>What admins and users do with options.</summary>
internal static class OptionSteps
{
    /// <summary>A code a user adds to a table of Business Central.</summary>
    public static async Task<Guid> AddCodeAsync(this SyncWorld world, string set, string code, string name)
    {
        var rows = await world.Desk.BcAsync(set, new { code, displayName = name });
        return rows[0]!["id"]!.GetValue<Guid>();
    }

    /// <summary>Options of a choice column of accounts as the mapping lists them: the labels.</summary>
    public static async Task<IReadOnlyList<string?>> LabelsAsync(this SyncWorld world, string column) =>
        [.. (await world.OptionsAsync("account", column)).Select(option => option.Label)];

    /// <summary>Options of a choice column: numbers and labels.</summary>
    public static async Task<IReadOnlyList<(int Value, string? Label)>> OptionsAsync(this SyncWorld world, string table, string column) =>
        [.. (await world.Desk.RowsAsync("sales", "stringmaps"))
            .Where(row => row["attributename"]?.ToString() == column && row["objecttypecode"]?.ToString() == table)
            .Select(row => (row["attributevalue"]!.GetValue<int>(), row["value"]?.ToString()))];

    /// <summary>The option of a label.</summary>
    public static async Task<JsonObject> OptionRowAsync(this SyncWorld world, string table, string column, string label) => Assert.Single(
        await world.Desk.RowsAsync("sales", "stringmaps"),
        row => row["attributename"]?.ToString() == column && row["objecttypecode"]?.ToString() == table && row["value"]?.ToString() == label);

    public static Task<SetupEffect> AllowOptionChangesAsync(this SyncWorld world) =>
        world.Session.SetSetupAsync(new SetupChange { OptionChanges = true }, default);
}
