using System.Text.Json;

namespace BcSalesSync.Sandbox.Control;

// POST /sandbox/rows.
internal sealed record RowsRequest(string? System, string? Set, IReadOnlyList<JsonElement>? Rows, bool Silent = false);
