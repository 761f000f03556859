using System.CommandLine;
using BcSalesSync.Contracts;
using BcSalesSync.Host.Demo;
using BcSalesSync.Host.Logging;
using BcSalesSync.Host.Telemetry;
using BcSalesSync.Runtime;

namespace BcSalesSync.Host.Commands;

// The verb "demo": the quickstart as a program, against a sandbox that exists for the length of the run.
internal static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command("demo", "Shows the product at work against both systems, simulated in process; needs nothing.");
        var log = LogOption.Create();
        command.Add(log);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(log), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo? file, InvocationConfiguration shell, CancellationToken cancellationToken)
    {
        using var telemetry = TelemetryExport.Start();
        try
        {
            using var log = SessionLog.Open(file, TimeProvider.System);
            return await RunAsync(log, shell, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await shell.Error.WriteLineAsync($"demo: {problem.Message}");
            return ExitCode.Failed;
        }
    }

    private static async Task<int> RunAsync(SessionLog log, InvocationConfiguration shell, CancellationToken cancellationToken)
    {
        try
        {
            var progress = log.Over(new ProgressLines(shell.Output));
            await using var session = await SyncSessionFactory.OpenAsync(
                new ConnectionSettings { Sandbox = true, Seed = "cronus" }, progress, cancellationToken);
            log.Opened(session.Connection);
            var expectations = new Expectations();
            var demo = new DemoRun(session, progress, expectations, shell.Output);
            var closing = await demo.RunAsync(cancellationToken);
            await log.WriteErrorsAsync(session, cancellationToken);
            foreach (var missed in expectations.Missed)
                await shell.Error.WriteLineAsync($"demo: expected {missed}");
            await shell.Output.WriteLineAsync(closing);
            return expectations.Missed.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
        }
        catch (SyncException problem)
        {
            log.Write(problem.Error with { Time = TimeProvider.System.GetUtcNow() });
            await shell.Error.WriteLineAsync($"demo: {problem.Error.ErrorId}: {problem.Message} {problem.Error.RecommendedAction}");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await shell.Error.WriteLineAsync("demo: cancelled");
            return ExitCode.Failed;
        }
    }
}
