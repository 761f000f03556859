using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sqlite;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Disables field rows in a state file, as an admin's earlier session did.</summary>
internal static class FieldRows
{
    /// <summary>Disables the rows of a mapping that write the named columns of Sales; all rows when none is named.</summary>
    public static async Task DisableAsync(string statePath, string mapping, params string[] columns)
    {
        await using var state = await SqliteStateStore.OpenAsync(statePath, default);
        var table = (await state.GetMappingsAsync(default)).Single(known => known.Name == mapping);
        var fields = table.Fields.Select(field => columns.Length == 0 || columns.Contains(field.SalesField) ? field with { Enabled = false } : field);
        await state.CommitAsync(new StateChange { Mappings = [table with { Fields = [.. fields] }], Now = DateTimeOffset.UnixEpoch }, default);
    }
}
