using System.CommandLine;
using BcSalesSync.Host.Running;
using Microsoft.Extensions.DependencyInjection;

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
        command.SetAction((parsed, cancellationToken) => ServiceCommand.RunAsync(
            Name, connection.Read(parsed), run.Read(parsed), run.LogFile(parsed), ground, Own, parsed.InvocationConfiguration, cancellationToken));
        return command;

        static void Own(IServiceCollection services) =>
            services.AddSingleton<IServiceSchedule, OwnSchedule>().AddSingleton<ISessionOpener, OwnSessionOpener>();
    }
}
