using System.Text.Json;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Control;

// Finds the row a person means by its number or code, all columns of a compound key, or there being one row only.
internal static class RowLookup
{
    public static Row? ByKey(TableData data, JsonElement values)
    {
        if (data.Table.HasOneRow)
        {
            return data.Rows.FirstOrDefault();
        }

        var key = new Dictionary<Column, object?>();
        foreach (var column in data.Table.UniqueKey)
        {
            if (!values.TryGetProperty(column.Name, out var given) || !ValueReader.TryRead(given, column.Type, out var value))
            {
                return null;
            }

            key[column] = column.Type == ColumnType.Code && value is string code ? code.Trim().ToUpperInvariant() : value;
        }

        return data.FindByKey(key.GetValueOrDefault);
    }
}
