using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.OData;

// The rows of one page, where the next one goes on (null: nothing is left) and, when asked for, the number of all rows.
internal sealed record QueryPage(IReadOnlyList<Row> Rows, Continuation? Next, int? Count);
