using System.Globalization;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// How messages name a record and show a value.
internal static class RecordName
{
    // "Item Unit of Measure: Item No.=1000, Code=PCS".
    public static string Of(RowDraft draft)
    {
        var key = draft.Table.UniqueKey.Count > 0 ? draft.Table.UniqueKey : [draft.Table.KeyColumn];
        return $"{draft.Table.Caption}: {string.Join(", ", key.Select(column => $"{column.Caption}={Shown(draft[column]!)}"))}";
    }

    public static string Shown(object value) => value switch
    {
        bool flag => flag ? "Yes" : "No",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
