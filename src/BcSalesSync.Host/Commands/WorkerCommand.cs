using System.CommandLine;
using BcSalesSync.Host.Clustering;
using BcSalesSync.Host.Running;
using Microsoft.Extensions.DependencyInjection;

namespace BcSalesSync.Host.Commands;

// The verb "worker": the schedule, shared by as many of them as are started on one state in PostgreSQL.
internal static class WorkerCommand
{
    public const string Name = "worker";

    public static Command Create(ServiceGround ground)
    {
        var command = new Command(
            Name, "Shares the schedule, and the long passes in it, with all other workers on the same state in PostgreSQL. Options as of run.");
        var environment = new EnvironmentOptions(ground.Environment);
        var connection = new ConnectionOptions(environment);
        var run = new RunOptions(environment);
        var worker = new WorkerOptions(environment);
        connection.AddTo(command);
        run.AddTo(command, isOnceOffered: false);
        worker.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var cluster = worker.Read(parsed);
            return ServiceCommand.RunAsync(
                Name, connection.Read(parsed), run.Read(parsed), run.LogFile(parsed), ground, Cluster, parsed.InvocationConfiguration, cancellationToken);

            void Cluster(IServiceCollection services) => services.AddSingleton(cluster).AddSingleton<QuartzPartitionHost>()
                .AddSingleton<IServiceSchedule, ClusteredSchedule>().AddSingleton<ISessionOpener, SharedSessionOpener>();
        });
        return command;
    }
}
