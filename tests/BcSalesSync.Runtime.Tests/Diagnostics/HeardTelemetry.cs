using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BcSalesSync.Runtime.Tests.Diagnostics;

/// <summary>Hears the spans and figures of what happens on behalf of one test; other tests run in the same process.</summary>
internal sealed class HeardTelemetry : IDisposable
{
    private const string Name = "BcSalesSync";

    private readonly ActivitySource source = new("BcSalesSync.Tests");
    private readonly ActivityListener spans;
    private readonly MeterListener figures = new();
    private readonly Activity root;

    public HeardTelemetry()
    {
        spans = new ActivityListener
        {
            ShouldListenTo = heard => heard.Name.StartsWith(Name, StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == root?.TraceId)
                    Spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(spans);
        root = source.StartActivity("test")!;
        figures.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Name)
                listener.EnableMeasurementEvents(instrument);
        };
        figures.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        figures.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        figures.Start();
    }

    public ConcurrentQueue<Activity> Spans { get; } = [];

    public ConcurrentQueue<(string Name, double Value, IReadOnlyDictionary<string, object?> Tags)> Figures { get; } = [];

    public Activity[] Named(string name) => [.. Spans.Where(span => span.OperationName == name)];

    /// <summary>Sum of a figure over those of its measurements that carry a tag.</summary>
    public double Sum(string name, string? tag = null, object? value = null) =>
        Figures.Where(figure => figure.Name == name && (tag is null || Equals(figure.Tags.GetValueOrDefault(tag), value))).Sum(figure => figure.Value);

    public void Dispose()
    {
        root.Dispose();
        spans.Dispose();
        figures.Dispose();
        source.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Activity.Current?.TraceId == root.TraceId)
            Figures.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
    }
}
