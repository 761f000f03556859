using System.CommandLine;
using BcSalesSync.Host.Connecting;
using BcSalesSync.Host.Logging;
using BcSalesSync.Host.Running;
using BcSalesSync.Host.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BcSalesSync.Host.Commands;

// What the verbs that run until they are stopped have in common.
internal static class ServiceCommand
{
    public static async Task<int> RunAsync(
        string name, ConnectionRequest connection, RunSettings settings, FileInfo? file, ServiceGround ground, Action<IServiceCollection> schedule,
            InvocationConfiguration shell, CancellationToken cancellationToken)
    {
        using var telemetry = TelemetryExport.Start();
        try
        {
            using var lines = SessionLog.Open(file, ground.Clock);
            using var log = new ServiceLog(shell.Output, lines, ground.Clock);
            return await RunAsync(ServiceHost.Create(connection, settings, ground, log, schedule), cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await shell.Error.WriteLineAsync($"{name}: {problem.Message}");
            return ExitCode.Misconfigured;
        }
    }

    private static async Task<int> RunAsync(IHost host, CancellationToken cancellationToken)
    {
        var outcome = host.Services.GetRequiredService<ServiceOutcome>();
        var insisted = host.Services.GetRequiredService<Interruption>().Insisted;
        var run = host.RunAsync(cancellationToken);
        if (await Task.WhenAny(run, insisted) == insisted)
            return ExitCode.Cancelled;
        await run;
        return outcome.ExitCode;
    }
}
