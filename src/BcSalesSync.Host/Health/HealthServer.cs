using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BcSalesSync.Host.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BcSalesSync.Host.Health;

// Answers GET /healthz and /readyz with 200 or 503, and the report.
internal sealed class HealthServer(Uri address, ServiceHealth health, ServiceLog log) : IHostedService, IAsyncDisposable
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private WebApplication? web;

    // An address that is taken is an IOException.
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? ip : IPAddress.Loopback, address.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Grace);
        web = builder.Build();
        web.Run(AnswerAsync);
        await web.StartAsync(cancellationToken);
        log.Write(LogLevels.Information, null, $"Health at {web.Urls.First()}/healthz and /readyz.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => web?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => web?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task AnswerAsync(HttpContext context)
    {
        bool? isWell = context.Request.Path.Value switch { "/healthz" => health.IsHealthy, "/readyz" => health.IsReady, _ => null };
        context.Response.StatusCode = (HttpMethods.IsGet(context.Request.Method), isWell) switch
        {
            (_, null) => StatusCodes.Status404NotFound,
            (false, _) => StatusCodes.Status405MethodNotAllowed,
            (_, true) => StatusCodes.Status200OK,
            _ => StatusCodes.Status503ServiceUnavailable,
        };
        if (isWell is null || !HttpMethods.IsGet(context.Request.Method))
            return Task.CompletedTask;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        return JsonSerializer.SerializeAsync(context.Response.Body, health.Report, Format, context.RequestAborted);
    }
}
