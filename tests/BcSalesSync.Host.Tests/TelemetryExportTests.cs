using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace BcSalesSync.Host.Tests;

public sealed class TelemetryExportTests
{
    [Fact]
    public async Task Spans_and_figures_go_to_the_collector_that_the_environment_names()
    {
        var received = new ConcurrentBag<string>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Add($"{context.Request.Path} {body.Length > 0}");
        });
        await collector.StartAsync();

        var run = await ProgramRun.OfAsync(
            [new("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()), new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")], "demo");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("/v1/traces True", received);
        Assert.Contains("/v1/metrics True", received);
    }
}
