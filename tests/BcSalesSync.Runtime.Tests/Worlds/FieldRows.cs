using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sqlite;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Changes field rows in a state file, as an admin's earlier session did.</summary>
internal static class FieldRows
{
    /// <summary>Disables the rows of a mapping that write the named columns of Sales; all rows when none is named.</summary>
    public static Task DisableAsync(string statePath, string mapping, params string[] columns) => ChangeAsync(
        statePath, mapping, field => columns.Length == 0 || columns.Contains(field.SalesField) ? field with { Enabled = false } : field);

    /// <summary>Enables all rows of a mapping.</summary>
    public static Task EnableAsync(string statePath, string mapping) => ChangeAsync(statePath, mapping, field => field with { Enabled = true });

    /// <summary>Lets records fail whose reference in a column of Sales cannot be resolved, instead of emptying it.</summary>
    public static Task InsistAsync(string statePath, string mapping, string column) => ChangeAsync(
        statePath, mapping, field => field.SalesField == column ? field with { ClearOnFailedSync = false } : field);

    /// <summary>Makes fields of Business Central the match criteria of a mapping, in groups of the order given.</summary>
    public static Task MatchByAsync(string statePath, string mapping, params string[] fields) => ChangeAsync(statePath, mapping, field => field with
    {
        UseForMatching = fields.Contains(field.BcField), MatchPriority = Math.Max(0, Array.IndexOf(fields, field.BcField)),
    });

    /// <summary>Lets case count, or not, where a field is matched by.</summary>
    public static Task CaseAsync(string statePath, string mapping, bool caseSensitive) =>
        ChangeAsync(statePath, mapping, field => field with { CaseSensitive = caseSensitive });

    /// <summary>Adds a row to a mapping.</summary>
    public static Task AddAsync(string statePath, string mapping, FieldMapping field) =>
        ChangeMappingAsync(statePath, mapping, table => table with { Fields = [.. table.Fields, field] });

    /// <summary>Changes a whole mapping.</summary>
    public static async Task ChangeMappingAsync(string statePath, string mapping, Func<TableMapping, TableMapping> change)
    {
        await using var state = await SqliteStateStore.OpenAsync(statePath, TimeProvider.System, default);
        var table = (await state.GetMappingsAsync(default)).Single(known => known.Name == mapping);
        await state.CommitAsync(new StateChange { Mappings = [change(table)], Now = DateTimeOffset.UnixEpoch }, default);
    }

    private static Task ChangeAsync(string statePath, string mapping, Func<FieldMapping, FieldMapping> change) =>
        ChangeMappingAsync(statePath, mapping, table => table with { Fields = [.. table.Fields.Select(change)] });
}
