using System.Diagnostics;
using System.Diagnostics.Metrics;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Telemetry;

namespace BcSalesSync.Endpoints.Http;

/// <summary>Spans and figures of the requests to one system, an attempt at a time. Addresses are shown as logs show them.</summary>
internal sealed class RequestTelemetry(SystemSide side, string host)
{
    private const int TooManyRequests = 429;
    private const string System = "bcsync.system";
    private const string Method = "http.request.method";
    private const string Status = "http.response.status_code";

    private static readonly ActivitySource Source = new(TelemetryName.Value);
    private static readonly Meter Meter = new(TelemetryName.Value);
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("bcsync.requests", "{request}", "Requests sent, each attempt counted.");
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>("bcsync.retries", "{request}", "Requests that were sent again.");

    private static readonly Counter<long> Throttled = Meter.CreateCounter<long>(
        "bcsync.throttled", "{request}", "Answers that asked to send less, alone or within a batch.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "bcsync.request.duration", "s", "Time from sending an attempt to the end of its answer.");

    private readonly string system = side is SystemSide.Sales ? "sales" : "bc";

    /// <summary>Begins the span of an attempt; null when nobody listens.</summary>
    public Activity? Start(string method, string url) => Source.StartActivity("request", ActivityKind.Client)?
        .SetTag(System, system).SetTag(Method, method).SetTag("url.full", url).SetTag("server.address", host);

    /// <summary>Ends the span of an attempt and counts it.</summary>
    public void End(Activity? span, HttpTrace trace)
    {
        TagList tags = new() { { System, system }, { Method, trace.Method }, { Status, trace.Status } };
        Requests.Add(1, tags);
        Duration.Record(trace.Duration.TotalSeconds, tags);
        if (trace.Resends > 0)
            Retries.Add(1, tags);
        if (trace.Status == TooManyRequests)
            AddThrottled();
        if (span is null)
            return;
        span.SetTag(Status, trace.Status).SetTag("http.request.resend_count", trace.Resends);
        span.SetTag("bcsync.client_request_id", trace.ClientRequestId.ToString());
        foreach (var (name, id) in trace.ServiceIds)
            span.SetTag("bcsync.service." + name, id);
        if (trace.Status is null or >= 400)
            span.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Counts an answer, or a part of one, that asked to send less.</summary>
    public void AddThrottled() => Throttled.Add(1, new KeyValuePair<string, object?>(System, system));
}
