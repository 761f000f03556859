using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Statistics;

/// <summary>
/// Finds the customers whose figures may have moved since the last run: by their ledger entries and the lines of their documents
/// (spec/documents.md 5.6).
/// </summary>
internal sealed class MovedCustomers(EngineParts parts)
{
    private const string Entries = "custLedgerEntries";
    private const string Lines = "salesLines";
    private const string Headers = "salesHeaders";
    private const string Customer = "customerNumber";
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);
    private readonly List<Watermark> watermarks = [];

    /// <summary>Where to go on next time; to be saved once the figures are.</summary>
    public IReadOnlyList<Watermark> Watermarks => watermarks;

    /// <summary>True when this connection can tell; otherwise every customer has to be looked at.</summary>
    public async Task<bool> CanTellAsync(CancellationToken cancellationToken) =>
        await parts.Endpoints.BusinessCentral.GetSchemaAsync(Entries, cancellationToken).ConfigureAwait(false) is not null
        && await parts.Endpoints.BusinessCentral.GetSchemaAsync(Lines, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Numbers of the customers.</summary>
    public async Task<IReadOnlySet<string>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in await ChangesAsync(Entries, Customer, cancellationToken).ConfigureAwait(false))
            found.Add(entry[Customer].ToString());
        var lines = await ChangesAsync(Lines, "documentId", cancellationToken).ConfigureAwait(false);
        Guid[] headers = [.. lines.Select(line => line["documentId"].AsId()).OfType<Guid>().Distinct()];
        var rows = headers.Length == 0 ? [] : await parts.Endpoints.BusinessCentral
            .ReadByIdAsync(Headers, [Customer], headers, cancellationToken).ConfigureAwait(false);
        found.UnionWith(rows.Select(row => row[Customer].ToString()));
        return found;
    }

    private async Task<IReadOnlyList<Record>> ChangesAsync(string table, string column, CancellationToken cancellationToken)
    {
        var name = $"{StatisticsRun.Job}:{table}";
        var watermark = await parts.State.Pending.WatermarkAsync(name, SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);

        // The first time every customer is sent anyway, so only what moves from now on is of interest.
        var since = watermark is null ? parts.Clock.GetUtcNow() - Overlap : (DateTimeOffset?)null;
        var request = new ChangeRequest(table, [column], Filter.All, watermark?.Cursor, since);
        var records = new List<Record>();
        await foreach (var page in parts.Endpoints.BusinessCentral.ReadChangesAsync(request, cancellationToken).ConfigureAwait(false))
        {
            records.AddRange(page.Records);
            if (page.IsLast)
                watermarks.Add(new Watermark(name, SyncDirection.ToSales, page.Cursor));
        }

        return records;
    }
}
