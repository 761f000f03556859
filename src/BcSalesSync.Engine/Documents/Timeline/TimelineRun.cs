using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Engine.Runs.Passes;

namespace BcSalesSync.Engine.Documents.Timeline;

/// <summary>
/// Posts on the timeline of an order in Sales that Business Central released, shipped or invoiced it: from what changed there since the last
/// run, each event once (spec/documents.md 3). An event that Sales refuses is tried again and then left to a person.
/// </summary>
internal sealed class TimelineRun(EngineParts parts, MappingSet mappings, ISyncObserver observer)
{
    /// <summary>Name under which its jobs, failures and watermarks stand.</summary>
    public const string Mapping = "TIMELINE";

    private const int MostAtOnce = 500;
    private readonly TimelineEvents events = new(parts);

    /// <summary>Numbers of orders with posts that come again by themselves: their couplings tell whose they are until then.</summary>
    public static async Task<IReadOnlySet<string>> AwaitedAsync(EngineParts parts, CancellationToken cancellationToken)
    {
        var numbers = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var page in parts.State.Pending.FailedAsync(Mapping, cancellationToken).ConfigureAwait(false))
            numbers.UnionWith(page.Where(record => !record.Parked).Select(record => record.SourceName).OfType<string>());
        return numbers;
    }

    /// <summary>Posts what happened, or only says what would be posted.</summary>
    /// <param name="preview">True to write nothing.</param>
    /// <param name="onlyDue">True to leave alone what was refused and waits for a person.</param>
    /// <param name="cancellationToken">Stops between requests; what was posted by then is saved.</param>
    public async IAsyncEnumerable<BcDocumentResult> RunAsync(bool preview, bool onlyDue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new RunContext(parts, mappings, parts.Ids.NewId(), SyncJobType.Timeline, new PlanPolicy(), observer);
        var results = preview ? PreviewAsync(run, cancellationToken) : PostAsync(run, onlyDue, cancellationToken);
        await foreach (var result in results.ConfigureAwait(false))
            yield return result;
    }

    private async IAsyncEnumerable<BcDocumentResult> PreviewAsync(RunContext run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var source in await SourcesAsync(cancellationToken).ConfigureAwait(false))
        {
            await foreach (var page in ChangesAsync(source, cancellationToken).ConfigureAwait(false))
            {
                foreach (var happened in await events.FindAsync(source, page.Records, cancellationToken).ConfigureAwait(false))
                    yield return Result(run, happened, SyncAction.Created, null);
            }
        }
    }

    private IAsyncEnumerable<BcDocumentResult> PostAsync(
        RunContext run, bool onlyDue, CancellationToken cancellationToken)
    {
        return HeldPages.RunAsync(
            run, Mapping, SyncDirection.ToSales, (held, stop) => PagesAsync(held, onlyDue, stop), cancellationToken)
                .ResultsAsync(cancellationToken);
    }

    private async IAsyncEnumerable<JobPage<BcDocumentResult>> PagesAsync(
        RunContext run, bool onlyDue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var company = (await parts.Endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var writer = new TimelineWriter(run.Endpoints.Sales, company, observer);
        var job = await JobLog.OpenAsync(run, Mapping, SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);
        await ForgetEndedAsync(run, cancellationToken).ConfigureAwait(false);
        foreach (var source in await SourcesAsync(cancellationToken).ConfigureAwait(false))
        {
            var due = await UnsettledAsync(source, onlyDue, cancellationToken).ConfigureAwait(false);
            if (due.Count > 0)
            {
                var page = await PageAsync(run, writer, job, source, due, null, cancellationToken).ConfigureAwait(false);
                job = page.Job;
                yield return page;
            }

            await foreach (var changes in ChangesAsync(source, cancellationToken).ConfigureAwait(false))
            {
                var watermark = new Watermark(NameOf(source), SyncDirection.ToSales, changes.Cursor);
                var page = await PageAsync(run, writer, job, source, changes.Records, watermark, cancellationToken).ConfigureAwait(false);
                job = page.Job;
                yield return page;
            }
        }

        await JobLog.CloseAsync(run, job, SyncJobStatus.Success, null).ConfigureAwait(false);
    }

    private async Task<JobPage<BcDocumentResult>> PageAsync(
        RunContext run, TimelineWriter writer, BcSyncJob job, TimelineSource source, IReadOnlyList<Record> records, Watermark? watermark,
            CancellationToken cancellationToken)
    {
        var happened = await events.FindAsync(source, records, cancellationToken).ConfigureAwait(false);
        var outcomes = happened.Count == 0 ? [] : await writer.WriteAsync(happened, cancellationToken).ConfigureAwait(false);
        var before = (await parts.State.Pending
            .FindAsync(Mapping, SyncDirection.ToSales, [.. happened.Select(told => told.Record.Id)], cancellationToken).ConfigureAwait(false))
                .ToDictionary(record => record.SourceId);
        var settlement = new TimelineSettlement(job, parts.Clock.GetUtcNow());
        foreach (var (told, outcome) in happened.Zip(outcomes))
            settlement.Add(told, outcome, before.GetValueOrDefault(told.Record.Id), (action, error) => Result(run, told, action, error));
        await run.State.CommitAsync(settlement.ToChange(watermark), CancellationToken.None).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return new JobPage<BcDocumentResult>(settlement.Job, settlement.Results);
    }

    private async Task<IReadOnlyList<TimelineSource>> SourcesAsync(CancellationToken cancellationToken)
    {
        var system = parts.Endpoints.BusinessCentral;
        var all = (await system.GetFactsAsync(cancellationToken).ConfigureAwait(false)).Tier >= 2 ? TimelineSource.Companion : TimelineSource.Standard;
        var offered = (await system.GetTableNamesAsync(cancellationToken).ConfigureAwait(false)).ToHashSet();
        return [.. all.Where(source => offered.Contains(source.Table))];
    }

    private async IAsyncEnumerable<ChangePage> ChangesAsync(TimelineSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var watermark = await parts.State.Pending.WatermarkAsync(NameOf(source), SyncDirection.ToSales, cancellationToken).ConfigureAwait(false);
        var request = new ChangeRequest(source.Table, source.Columns, source.Filter, watermark?.Cursor);
        await foreach (var page in parts.Endpoints.BusinessCentral.ReadChangesAsync(request, cancellationToken).ConfigureAwait(false))
            yield return page;
    }

    private async Task<IReadOnlyList<Record>> UnsettledAsync(TimelineSource source, bool onlyDue, CancellationToken cancellationToken)
    {
        var unsettled = new List<PendingRecord>();
        if (onlyDue)
        {
            var query = new DueQuery(parts.Clock.GetUtcNow(), MostAtOnce);
            unsettled.AddRange(await parts.State.Pending.DueAsync(Mapping, SyncDirection.ToSales, query, cancellationToken).ConfigureAwait(false));
        }
        else
        {
            await foreach (var page in parts.State.Pending.FailedAsync(Mapping, cancellationToken).ConfigureAwait(false))
                unsettled.AddRange(page);
        }

        return unsettled.Count == 0 ? [] : await parts.Endpoints.BusinessCentral
            .ReadByIdAsync(source.Table, source.Columns, [.. unsettled.Select(record => record.SourceId)], cancellationToken).ConfigureAwait(false);
    }

    // What could not be posted while its order was coupled concerns nobody any more.
    private async Task ForgetEndedAsync(RunContext run, CancellationToken cancellationToken)
    {
        await foreach (var page in parts.State.Pending.FailedAsync(Mapping, cancellationToken).ConfigureAwait(false))
        {
            string[] numbers = [.. page.Select(record => record.SourceName).OfType<string>().Distinct()];
            var coupled = (await parts.State.Couplings.FindByBcNoAsync(DocumentFamily.Orders, numbers, cancellationToken).ConfigureAwait(false))
                .Select(coupling => coupling.BcNo).ToHashSet(StringComparer.OrdinalIgnoreCase);
            PendingKey[] ended =
            [
                .. page.Where(record => !coupled.Contains(record.SourceName)).Select(record => new PendingKey(Mapping, SyncDirection.ToSales, record.SourceId)),
            ];
            if (ended.Length > 0)
                await run.State.CommitAsync(new StateChange { Settled = ended, Now = parts.Clock.GetUtcNow() }, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static string NameOf(TimelineSource source) => $"{Mapping}:{source.Table}";

    private static BcDocumentResult Result(RunContext run, TimelineEvent happened, SyncAction action, BcSyncError? error) => new()
    {
        Kind = DocumentKind.Order,
        SalesId = happened.Order.SalesId,
        Number = happened.Order.SalesName,
        BcNo = happened.Order.BcNo,
        Action = action,
        Message = error?.Message ?? happened.Source.Text,
        Error = error,
        RunId = run.RunId,
    };
}
