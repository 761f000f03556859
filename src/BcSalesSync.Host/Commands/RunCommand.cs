using System.CommandLine;
using BcSalesSync.Host.Connecting;
using BcSalesSync.Host.Logging;
using BcSalesSync.Host.Running;
using BcSalesSync.Host.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BcSalesSync.Host.Commands;

// The verb "run": the schedule by itself, as a service or once.
internal static class RunCommand
{
    public const string Name = "run";

    public static Command Create(ServiceGround ground)
    {
        var command = new Command(
            Name, "Runs the schedule by itself. Every option can stand in the environment instead, --bc-url as BCSALESSYNC_BC_URL. No option takes a secret.");
        var environment = new EnvironmentOptions(ground.Environment);
        var connection = new ConnectionOptions(environment);
        var run = new RunOptions(environment);
        connection.AddTo(command);
        run.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            connection.Read(parsed), run.Read(parsed), run.LogFile(parsed), ground, parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ConnectionRequest connection, RunSettings settings, FileInfo? file, ServiceGround ground, InvocationConfiguration shell,
            CancellationToken cancellationToken)
    {
        using var telemetry = TelemetryExport.Start();
        try
        {
            using var lines = SessionLog.Open(file, ground.Clock);
            using var log = new ServiceLog(shell.Output, lines, ground.Clock);
            return await RunAsync(ServiceHost.Create(connection, settings, SchedulerStore.InMemory(), ground, log), cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await shell.Error.WriteLineAsync($"{Name}: {problem.Message}");
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
