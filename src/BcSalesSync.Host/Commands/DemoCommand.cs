using System.CommandLine;
using BcSalesSync.Contracts;
using BcSalesSync.Host.Demo;
using BcSalesSync.Runtime;

namespace BcSalesSync.Host.Commands;

// The verb "demo": the quickstart as a program, against a sandbox that exists for the length of the run.
internal static class DemoCommand
{
    private const int Failure = 1;

    public static Command Create()
    {
        var command = new Command("demo", "Shows the product at work against both systems, simulated in process; needs nothing.");
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(InvocationConfiguration shell, CancellationToken cancellationToken)
    {
        try
        {
            var progress = new ProgressLines(shell.Output);
            await using var session = await SyncSessionFactory.OpenAsync(
                new ConnectionSettings { Sandbox = true, Seed = "cronus" }, progress, cancellationToken);
            var expectations = new Expectations();
            var demo = new DemoRun(session, progress, expectations, shell.Output);
            var closing = await demo.RunAsync(cancellationToken);
            foreach (var missed in expectations.Missed)
                await shell.Error.WriteLineAsync($"demo: expected {missed}");
            await shell.Output.WriteLineAsync(closing);
            return expectations.Missed.Count == 0 ? 0 : Failure;
        }
        catch (SyncException problem)
        {
            await shell.Error.WriteLineAsync($"demo: {problem.Error.ErrorId}: {problem.Message} {problem.Error.RecommendedAction}");
            return Failure;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await shell.Error.WriteLineAsync("demo: cancelled");
            return Failure;
        }
    }
}
