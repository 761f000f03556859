using System.Text.Json.Nodes;

namespace BcSalesSync.Host.Soak;

// Everything that a full synchronisation makes, without what differs from run to run: times, versions, and ids that the systems give.
internal static class SideSnapshot
{
    private static readonly (string System, string Set)[] Sets =
    [
        ("sales", "accounts"), ("sales", "contacts"), ("sales", "products"), ("sales", "transactioncurrencies"), ("sales", "uoms"),
        ("sales", "pricelevels"), ("sales", "productpricelevels"), ("bc", "customers"), ("bc", "contacts"), ("bc", "items"),
    ];

    private static readonly string[] Volatile =
        ["versionnumber", "createdon", "modifiedon", "overriddencreatedon", "lastModifiedDateTime", "systemCreatedAt", "systemRowVersion", "@odata.etag", "systemModifiedAt"];

    // One line a row.
    public static async Task<IReadOnlyList<string>> TakeAsync(SandboxControl control, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var (system, set) in Sets)
        {
            var rows = await control.RowsAsync(system, set, cancellationToken);
            lines.AddRange(rows.Select(row => $"{set} {Line(row)}").Order(StringComparer.Ordinal));
        }

        return lines;
    }

    private static string Line(JsonObject row) => string.Join(' ', row
        .Where(column => !Volatile.Contains(column.Key) && column.Value is not null && !Guid.TryParse(column.Value.ToString(), out _))
        .OrderBy(column => column.Key, StringComparer.Ordinal)
        .Select(column => $"{column.Key}={column.Value!.ToJsonString()}"));
}
