using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Runs.Passes.Partitions;
using BcSalesSync.Engine.Runs.Passes.Parts;
using BcSalesSync.Engine.Telemetry;

namespace BcSalesSync.Engine.Runs.Passes;

/// <summary>
/// Runs one direction of one mapping as one job of the log: records that are due again first, then those whose computed values changed,
/// then what changed itself. Each page is saved before a later one counts, so that a run can end, or be killed, after any of them.
/// </summary>
internal sealed class PassRunner(RunContext run, PassDefinition pass)
{
    private const int DueAtOnce = 1_000;
    private static readonly Dictionary<string, FieldValue> NoValues = [];
    private readonly PageProcessor processor = new(run, pass);

    /// <summary>Settled pages, as they come; the last one carries the finished job.</summary>
    public IAsyncEnumerable<PageReport> RunAsync(PassScope scope, CancellationToken cancellationToken) =>
        Traced(RunScopeAsync(scope, cancellationToken), cancellationToken);

    /// <summary>Processes named records.</summary>
    public IAsyncEnumerable<PageReport> RunAsync(IReadOnlyCollection<Guid> sourceIds, CancellationToken cancellationToken) =>
        Traced(RunNamedAsync(sourceIds, cancellationToken), cancellationToken);

    /// <summary>Processes the records that belong to given parents.</summary>
    public IAsyncEnumerable<PageReport> RunChildrenAsync(IReadOnlyCollection<Guid> parentIds, CancellationToken cancellationToken) =>
        Traced(RunFamilyAsync(parentIds, cancellationToken), cancellationToken);

    private IAsyncEnumerable<PageReport> Traced(IAsyncEnumerable<PageReport> pages, CancellationToken cancellationToken) =>
        SyncSpans.Around(() => SyncSpans.StartPass(run.RunId, pass.Mapping.Name, pass.Direction), pages, cancellationToken);

    private async IAsyncEnumerable<PageReport> RunScopeAsync(PassScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var checkpoint = scope is PassScope.Everything
            ? await run.State.Pending.CheckpointAsync(run.RunId, pass.Mapping.Name, pass.Direction, cancellationToken).ConfigureAwait(false)
            : null;
        if (checkpoint is { Completed: true })
            yield break;
        var job = await JobLog.OpenAsync(run, pass.Mapping.Name, pass.Direction, cancellationToken).ConfigureAwait(false);
        await foreach (var page in PagesAsync(job, scope, checkpoint, cancellationToken).ConfigureAwait(false))
        {
            job = page.Job;
            yield return page;
        }

        job = await JobLog.CloseAsync(run, job, SyncJobStatus.Success, null).ConfigureAwait(false);
        yield return new PageReport(job, [], 0);
    }

    private async IAsyncEnumerable<PageReport> RunNamedAsync(
        IReadOnlyCollection<Guid> sourceIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        BcSyncJob? job = null;
        foreach (var chunk in sourceIds.Chunk(DueAtOnce))
        {
            job ??= await JobLog.OpenAsync(run, pass.Mapping.Name, pass.Direction, cancellationToken).ConfigureAwait(false);
            var page = await ProcessIdsAsync(job, chunk, [], cancellationToken).ConfigureAwait(false);
            job = page.Job;
            yield return page;
        }

        if (job is not null)
            yield return new PageReport(await JobLog.CloseAsync(run, job, SyncJobStatus.Success, null).ConfigureAwait(false), [], 0);
    }

    private async IAsyncEnumerable<PageReport> RunFamilyAsync(
        IReadOnlyCollection<Guid> parentIds, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        BcSyncJob? job = null;
        await foreach (var records in new ChildStream(run.Endpoints).ReadAsync(pass, parentIds, cancellationToken).ConfigureAwait(false))
        {
            job ??= await JobLog.OpenAsync(run, pass.Mapping.Name, pass.Direction, cancellationToken).ConfigureAwait(false);
            var page = await processor.ProcessAsync(job, records, [], PageProgress.None, cancellationToken).ConfigureAwait(false);
            job = page.Job;
            yield return page;
        }

        if (job is not null)
            yield return new PageReport(await JobLog.CloseAsync(run, job, SyncJobStatus.Success, null).ConfigureAwait(false), [], 0);
    }

    private async IAsyncEnumerable<PageReport> PagesAsync(
        BcSyncJob job, PassScope scope, Checkpoint? checkpoint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var taken = new Dictionary<Guid, Record?>();
        if (scope is not PassScope.Everything)
        {
            var query = new DueQuery(run.Parts.Clock.GetUtcNow(), DueAtOnce, scope is PassScope.Released);
            while (await DueAsync(query, cancellationToken).ConfigureAwait(false) is { Count: > 0 } due)
            {
                query = query with { After = due[^1] };
                var page = await ProcessIdsAsync(job, due.Select(row => row.SourceId), taken, cancellationToken).ConfigureAwait(false);
                job = page.Job;
                yield return page;
            }
        }

        if (scope is PassScope.Released)
            yield break;
        var drifted = scope is PassScope.Changes
            ? await run.Translators.Drift.FindAsync(pass, cancellationToken).ConfigureAwait(false)
            : new HashSet<Guid>();
        foreach (var chunk in drifted.Except(taken.Keys).Chunk(DueAtOnce))
        {
            var page = await ProcessIdsAsync(job, chunk, taken, cancellationToken).ConfigureAwait(false);
            job = page.Job;
            yield return page;
        }

        if (scope is PassScope.Changes)
        {
            await foreach (var (owners, progress) in new PartChanges(run, pass).ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                // A part may have changed after its record was taken up, which does not show in the record.
                foreach (var owner in owners)
                    taken.Remove(owner);
                var page = await ProcessIdsAsync(job, owners, taken, progress, cancellationToken).ConfigureAwait(false);
                job = page.Job;
                yield return page;
            }
        }

        var cursor = scope is PassScope.Everything
            ? checkpoint?.Cursor
            : (await run.State.Pending.WatermarkAsync(pass.Mapping.Name, pass.Direction, cancellationToken).ConfigureAwait(false))?.Cursor;
        var pages = FreshAsync(scope, cursor, taken, cancellationToken);
        await foreach (var report in WorkAsync(job, pages, cancellationToken).ConfigureAwait(false))
            yield return report;
    }

    private async IAsyncEnumerable<SourcePage> FreshAsync(
        PassScope scope, string? cursor, Dictionary<Guid, Record?> taken, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in new ChangeStream(run.Endpoints, run.State.Couplings, run.Observer).ReadAsync(pass, cursor, cancellationToken)
            .ConfigureAwait(false))
        {
            var fresh = page.Records.Where(record => !IsTaken(record, taken)).DistinctBy(record => record.Id).ToArray();
            yield return new SourcePage(fresh, page.GoneIds, Progress(scope, page));
        }
    }

    // Documents are few, and each is a unit with its lines; it is the long passes over records that workers share.
    private IAsyncEnumerable<PageReport> WorkAsync(BcSyncJob job, IAsyncEnumerable<SourcePage> pages, CancellationToken cancellationToken) =>
        run is { Parts.Partitions: { } workers, Tenure: not null } && !pass.HasParts
            ? new SharedPages(run, pass, processor, workers).RunAsync(job, pages, cancellationToken)
            : AloneAsync(job, pages, cancellationToken);

    private async IAsyncEnumerable<PageReport> AloneAsync(
        BcSyncJob job, IAsyncEnumerable<SourcePage> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in pages.ConfigureAwait(false))
        {
            var report = await processor.ProcessAsync(job, page.Records, page.GoneIds, page.Progress, cancellationToken).ConfigureAwait(false);
            job = report.Job;
            yield return report;
        }
    }

    // Runs that create must still come to the records that this one leaves for them: the watermark stays in front of them.
    private PageProgress Progress(PassScope scope, StreamPage page)
    {
        if (page.Cursor is not { } cursor)
            return PageProgress.None;
        var watermark = new Watermark(pass.Mapping.Name, pass.Direction, cursor);
        if (scope is PassScope.Changes)
            return new PageProgress(watermark, null);
        return new PageProgress(
            page.IsLast && !run.Policy.Withholds(pass.Mapping) ? watermark : null,
            new Checkpoint(run.RunId, pass.Mapping.Name, pass.Direction, cursor, page.IsLast));
    }

    private Task<IReadOnlyList<PendingRecord>> DueAsync(DueQuery query, CancellationToken cancellationToken) =>
        run.State.Pending.DueAsync(pass.Mapping.Name, pass.Direction, query, cancellationToken);

    // An edit that came after the record was taken up is a change like any other.
    private static bool IsTaken(Record record, Dictionary<Guid, Record?> taken) =>
        taken.GetValueOrDefault(record.Id) is { } before && before.Version == record.Version && before.ModifiedAt == record.ModifiedAt;

    private Task<PageReport> ProcessIdsAsync(
        BcSyncJob job, IEnumerable<Guid> sourceIds, Dictionary<Guid, Record?> taken, CancellationToken cancellationToken) =>
        ProcessIdsAsync(job, sourceIds, taken, PageProgress.None, cancellationToken);

    private async Task<PageReport> ProcessIdsAsync(
        BcSyncJob job, IEnumerable<Guid> sourceIds, Dictionary<Guid, Record?> taken, PageProgress progress, CancellationToken cancellationToken)
    {
        var ids = sourceIds.Where(id => taken.TryAdd(id, null)).ToArray();
        var records = ids.Length == 0 ? [] : await run.Endpoints.On(pass.Source)
            .ReadByIdAsync(pass.SourceTable.Name, pass.SourceColumns, ids, cancellationToken).ConfigureAwait(false);
        foreach (var record in records)
            taken[record.Id] = record with { Values = NoValues };
        var gone = ids.Except(records.Select(record => record.Id)).ToArray();
        return await processor.ProcessAsync(job, records, gone, progress, cancellationToken).ConfigureAwait(false);
    }
}
