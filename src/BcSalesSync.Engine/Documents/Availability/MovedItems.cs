using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Runs;

namespace BcSalesSync.Engine.Documents.Availability;

/// <summary>
/// Finds the items whose stock moved since the last run, by their ledger entries: a movement does not change the item itself
/// (spec/documents.md 6.1).
/// </summary>
internal sealed class MovedItems(EngineParts parts)
{
    private const string Entries = "itemLedgerEntries";
    private const string Item = "itemNumber";

    /// <summary>Where to go on next time; null before the entries were read.</summary>
    public Watermark? Watermark { get; private set; }

    /// <summary>Numbers of the items.</summary>
    public async Task<IReadOnlyCollection<string>> FindAsync(CancellationToken cancellationToken)
    {
        var before = await parts.State.Pending.WatermarkAsync(AvailabilityRun.Job, SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);
        var since = before is null ? await LastSentAsync(cancellationToken).ConfigureAwait(false) : null;
        var request = new ChangeRequest(Entries, [Item], Filter.All, before?.Cursor, since);
        var numbers = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var page in parts.Endpoints.BusinessCentral.ReadChangesAsync(request, cancellationToken).ConfigureAwait(false))
        {
            numbers.UnionWith(page.Records.Select(entry => entry[Item].ToString()));
            Watermark = new Watermark(AvailabilityRun.Job, SyncDirection.ToSales, page.Cursor);
        }

        numbers.Remove(string.Empty);
        return numbers;
    }

    // The first time, what moved before items were last sent is in Sales already.
    private async Task<DateTimeOffset?> LastSentAsync(CancellationToken cancellationToken)
    {
        await foreach (var job in parts.State.Runs.JobsAsync(new JobQuery { Mapping = MasterFamily.ItemMapping }, cancellationToken)
            .ConfigureAwait(false))
        {
            if (job is { Direction: SyncDirection.ToSales, Status: SyncJobStatus.Success })
                return job.Started;
        }

        return null;
    }
}
