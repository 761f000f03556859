using System.Diagnostics;

namespace BcSalesSync.Host.Logging;

// Turns spans that end into lines of the log: runs, passes, pages with their records, requests.
internal sealed class SpanLines : IDisposable
{
    private const string Source = "BcSalesSync";
    private const string ServiceId = "bcsync.service.";

    private readonly JsonLog _log;
    private readonly ActivityListener _listener;

    public SpanLines(JsonLog log)
    {
        _log = log;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Write,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    private void Write(Activity span)
    {
        if (span.OperationName == "request")
        {
            WriteRequest(span);
            return;
        }

        foreach (var record in span.Events)
            WriteRecord(span, record);
        _log.Write(
            span.Status is ActivityStatusCode.Error ? LogLevels.Error : LogLevels.Information,
            span.OperationName,
            ("work", span.GetTagItem("bcsync.work")),
            ("mapping", Inherited(span, "bcsync.mapping")),
            ("direction", Inherited(span, "bcsync.direction")),
            ("runId", Inherited(span, "bcsync.run.id")),
            ("records", span.GetTagItem("bcsync.records")),
            ("errorId", span.GetTagItem("error.type")),
            ("durationMs", span.Duration.TotalMilliseconds));
    }

    private void WriteRequest(Activity span) => _log.Write(
        span.Status is ActivityStatusCode.Error ? LogLevels.Warning : LogLevels.Debug,
        "request",
        ("system", span.GetTagItem("bcsync.system")),
        ("method", span.GetTagItem("http.request.method")),
        ("url", span.GetTagItem("url.full")),
        ("status", span.GetTagItem("http.response.status_code")),
        ("resends", span.GetTagItem("http.request.resend_count")),
        ("clientRequestId", span.GetTagItem("bcsync.client_request_id")),
        ("serviceIds", ServiceIds(span)),
        ("mapping", Inherited(span, "bcsync.mapping")),
        ("runId", Inherited(span, "bcsync.run.id")),
        ("durationMs", span.Duration.TotalMilliseconds));

    private void WriteRecord(Activity page, ActivityEvent record)
    {
        var tags = record.Tags.ToDictionary(tag => tag.Key, tag => tag.Value);
        var error = tags.GetValueOrDefault("bcsync.error.id");
        _log.Write(
            error is null ? LogLevels.Information : LogLevels.Error,
            "record",
            ("mapping", Inherited(page, "bcsync.mapping")),
            ("direction", Inherited(page, "bcsync.direction")),
            ("runId", Inherited(page, "bcsync.run.id")),
            ("action", tags.GetValueOrDefault("bcsync.action")),
            ("bcId", tags.GetValueOrDefault("bcsync.bc.id")),
            ("salesId", tags.GetValueOrDefault("bcsync.sales.id")),
            ("errorId", error));
    }

    private static KeyValuePair<string, string>[] ServiceIds(Activity span) =>
    [
        .. span.TagObjects.Where(tag => tag.Key.StartsWith(ServiceId, StringComparison.Ordinal))
            .Select(tag => KeyValuePair.Create(tag.Key[ServiceId.Length..], (string)tag.Value!)),
    ];

    // A page belongs to the mapping of its pass, and a pass to its run.
    private static object? Inherited(Activity? span, string tag)
    {
        for (; span is not null; span = span.Parent)
        {
            if (span.GetTagItem(tag) is { } value)
                return value;
        }

        return null;
    }
}
