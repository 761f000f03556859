using BcSalesSync.Host.Connecting;
using BcSalesSync.Host.Health;
using BcSalesSync.Host.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BcSalesSync.Host.Running;

// Puts a service together: in a console, under systemd, or as a Windows service.
internal static class ServiceHost
{
    // What the host itself needs to end after the entries have.
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(10);

    public static IHost Create(ConnectionRequest request, RunSettings settings, ServiceGround ground, ServiceLog log, Action<IServiceCollection> schedule)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        var services = builder.Services;
        services.AddSingleton(request).AddSingleton(settings).AddSingleton(ground).AddSingleton(log);
        services.AddSingleton<ILoggerFactory>(new ServiceLoggers(log));
        services.AddSingleton(new ServiceHealth(ground.Clock)).AddSingleton<ServiceOutcome>().AddSingleton<Interruption>();
        services.AddSingleton<IHostLifetime, SignalLifetime>();
        services.AddSystemd().AddWindowsService();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Grace + Spare);
        if (settings.Health is { } address)
            services.AddHostedService(provider => new HealthServer(address, provider.GetRequiredService<ServiceHealth>(), log));
        schedule(services);
        services.AddHostedService<SyncService>();
        return builder.Build();
    }
}
