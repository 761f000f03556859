using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BcSalesSync.Endpoints.Tests.Wire;

/// <summary>A server of real sockets and TLS on this machine, which does to a connection whatever a test says.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly X509Certificate2 certificate;

    private WireServer(WebApplication web, X509Certificate2 certificate)
    {
        this.web = web;
        this.certificate = certificate;
        Root = new Uri($"https://localhost:{new Uri(web.Urls.First()).Port}/");
    }

    public Uri Root { get; }

    /// <summary>Serves as soon as it returns; the certificate becomes the server's.</summary>
    public static async Task<WireServer> StartAsync(
        RequestDelegate answer, X509Certificate2 certificate, HttpProtocols protocols = HttpProtocols.Http1AndHttp2)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestLineSize = 256 * 1024;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = protocols;
                listen.UseHttps(certificate);
            });
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var web = builder.Build();
        web.Run(answer);
        await web.StartAsync();
        return new WireServer(web, certificate);
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        certificate.Dispose();
    }
}
