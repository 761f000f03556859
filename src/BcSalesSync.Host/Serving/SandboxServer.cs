using System.Net;
using BcSalesSync.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BcSalesSync.Host.Serving;

// Serves a sandbox over loopback sockets: the bytes are those of the handler, and so is the judgement of addresses and bodies.
internal sealed class SandboxServer : IAsyncDisposable
{
    // Lists of ids make long addresses; whether one is too long is for the simulated system to say.
    private const int LongestRequestLine = 256 * 1024;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly WebApplication _web;
    private readonly SandboxHandler _handler;
    private readonly Uri _root;

    private SandboxServer(WebApplication web, SandboxHandler handler)
    {
        _web = web;
        _handler = handler;
        _root = new Uri(web.Urls.First());
    }

    public Uri BusinessCentralAddress => On(SandboxOptions.BusinessCentralAddress);

    public Uri SalesAddress => On(SandboxOptions.SalesAddress);

    // Answers requests as soon as it returns. An address that is taken is an IOException.
    public static async Task<SandboxServer> StartAsync(Uri address, SandboxOptions options, CancellationToken cancellationToken)
    {
        var handler = new SandboxHandler(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, address));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Grace);
        var web = builder.Build();
        try
        {
            web.Run(new RequestForwarder(handler).ForwardAsync);
            await web.StartAsync(cancellationToken);
            return new SandboxServer(web, handler);
        }
        catch
        {
            await web.DisposeAsync();
            handler.Dispose();
            throw;
        }
    }

    // Until the process is asked to end or the token is cancelled.
    public Task WaitAsync(CancellationToken cancellationToken) => _web.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _handler.Dispose();
    }

    private static void Configure(KestrelServerOptions kestrel, Uri address)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Listen(IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? ip : IPAddress.Loopback, address.Port);
    }

    private Uri On(Uri address) => new(_root, address.AbsolutePath.TrimEnd('/'));
}
