using System.Text.Json;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Control;

// Finds the row a person means by its number or code when no id is given.
internal static class RowLookup
{
    public static Row? ByKey(TableData data, JsonElement values)
    {
        var key = data.Table.KeyColumn;
        return key.Type == ColumnType.Code && values.TryGetProperty(key.Name, out var value) && value.ValueKind == JsonValueKind.String
            ? data.FindBy(key, value.GetString()!.Trim().ToUpperInvariant())
            : null;
    }
}
