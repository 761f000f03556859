using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BcSalesSync.Host.Telemetry;

// Sends spans and figures to a collector of the admin's, and to nobody unless one is named in the environment; how, the other variables that
// OpenTelemetry defines say.
internal sealed class TelemetryExport : IDisposable
{
    private const string Name = "BcSalesSync";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly TracerProvider _spans;
    private readonly MeterProvider _figures;

    private TelemetryExport()
    {
        _spans = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Self()).AddSource(Name).AddOtlpExporter().Build();
        _figures = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Self()).AddMeter(Name).AddOtlpExporter().Build();
    }

    // Null when no collector is named.
    public static TelemetryExport? Start() =>
        string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Endpoint)) ? null : new TelemetryExport();

    // What is still waiting is sent first.
    public void Dispose()
    {
        _spans.Dispose();
        _figures.Dispose();
    }

    private static ResourceBuilder Self() => ResourceBuilder.CreateEmpty().AddService(Name).AddTelemetrySdk().AddEnvironmentVariableDetector();
}
