using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Store;

// One written row: no "after" is a deletion, no "before" a new row.
internal sealed record RowChange(Table Table, Guid Id, Row? Before, Row? After);
