using System.Diagnostics;
using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Telemetry;

/// <summary>
/// Spans of runs, of their passes and of the pages of passes. They tell what was done and to how many records, never what the records hold.
/// </summary>
internal static class SyncSpans
{
    private static readonly ActivitySource Source = new(TelemetryName.Value);

    /// <summary>Begins the span of a run; null when nobody listens.</summary>
    public static Activity? StartRun(string work) => Source.StartActivity("run")?.SetTag("bcsync.work", work);

    /// <summary>Begins the span of one direction of a mapping; null when nobody listens.</summary>
    public static Activity? StartPass(Guid runId, string mapping, SyncDirection direction) => Source.StartActivity("pass")?
        .SetTag("bcsync.run.id", runId.ToString()).SetTag("bcsync.mapping", mapping).SetTag("bcsync.direction", direction.ToString());

    /// <summary>Begins the span of a page; null when nobody listens.</summary>
    public static Activity? StartPage(string mapping, int records) =>
        Source.StartActivity("page")?.SetTag("bcsync.mapping", mapping).SetTag("bcsync.records", records);

    /// <summary>Tells on a page's span what was done with its records; those that needed nothing are left out.</summary>
    public static void AddRecords(Activity? page, IReadOnlyList<BcSyncResult> results)
    {
        if (page is not { IsAllDataRequested: true })
            return;
        foreach (var result in results.Where(result => result.Action is not SyncAction.Unchanged))
        {
            page.AddEvent(new ActivityEvent("record", tags: new ActivityTagsCollection
            {
                ["bcsync.action"] = result.Action.ToString(),
                ["bcsync.bc.id"] = result.BcId?.ToString(),
                ["bcsync.sales.id"] = result.SalesId?.ToString(),
                ["bcsync.error.id"] = result.Error?.ErrorId,
            }));
        }
    }

    /// <summary>The items of a run whose whole enumeration is one span.</summary>
    public static IAsyncEnumerable<T> OfRun<T>(string work, IAsyncEnumerable<T> items, CancellationToken cancellationToken) =>
        Around(() => StartRun(work), items, cancellationToken);

    /// <summary>The items, with a span that begins before the first and ends after the last.</summary>
    /// <param name="start">Begins the span.</param>
    /// <param name="items">The items; what happens to make each of them belongs to the span, what is done with them does not.</param>
    /// <param name="cancellationToken">Is passed to the items.</param>
    public static async IAsyncEnumerable<T> Around<T>(
        Func<Activity?> start, IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var span = start();
        await using var enumerator = items.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(enumerator, span).ConfigureAwait(false))
            yield return enumerator.Current;
    }

    /// <summary>Marks a span as failed; names the kind of failure alone, because messages may hold what records hold.</summary>
    public static void Fail(Activity? span, Exception problem) => span?.SetStatus(ActivityStatusCode.Error)
        .SetTag("error.type", problem is SyncException { Error.ErrorId: { } id } ? id : problem.GetType().Name);

    private static async ValueTask<bool> NextAsync<T>(IAsyncEnumerator<T> enumerator, Activity? span)
    {
        // Between items the caller's own span is the current one.
        if (span is not null)
            Activity.Current = span;
        try
        {
            return await enumerator.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            Fail(span, problem);
            throw;
        }
    }
}
