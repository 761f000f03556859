using System.CommandLine;
using BcSalesSync.Contracts;
using BcSalesSync.Host.Logging;
using BcSalesSync.Host.Soak;
using BcSalesSync.Host.Telemetry;

namespace BcSalesSync.Host.Commands;

// The verb "soak": long campaigns against a served sandbox, run by hand.
internal static class SoakCommand
{
    public static Command Create()
    {
        var command = new Command("soak", "Long campaigns that are run by hand: kills, orders, memory at size, limits, and workers.")
        {
            Kills(), Orders(), Memory(), Limits(), Workers(), Client(),
        };
        return command;
    }

    private static Command Kills()
    {
        var kills = WholeNumber.Option("--kills", "How often the client is killed at least.", 25, 0, int.MaxValue);
        var customers = WholeNumber.Option("--customers", "Customers in Business Central.", 2000, 1, int.MaxValue);
        var seed = WholeNumber.Option("--random-seed", "Seed of the moments.", 1, 0, int.MaxValue);
        var command = new Command("kills", "Kills full synchronisations at random moments, goes on each time, and compares both sides.") { kills, customers, seed };
        command.SetAction((parsed, cancellationToken) => new KillCampaign(parsed.InvocationConfiguration.Output, parsed.GetValue(seed))
            .RunAsync(parsed.GetValue(customers), parsed.GetValue(kills), cancellationToken));
        return command;
    }

    private static Command Orders()
    {
        var orders = WholeNumber.Option("--orders", "Submitted orders of five lines.", 1000, 1, int.MaxValue);
        var kills = WholeNumber.Option("--kills", "How often the client is killed at least.", 25, 0, int.MaxValue);
        var seed = WholeNumber.Option("--random-seed", "Seed of the moments.", 1, 0, int.MaxValue);
        var command = new Command("orders", "Takes submitted orders over, counts the requests, then kills the client at random moments; compares both sides.")
        {
            orders, kills, seed,
        };
        command.SetAction((parsed, cancellationToken) => new OrderCampaign(parsed.InvocationConfiguration.Output, parsed.GetValue(seed))
            .RunAsync(parsed.GetValue(orders), parsed.GetValue(kills), cancellationToken));
        return command;
    }

    private static Command Memory()
    {
        var customers = WholeNumber.Option("--customers", "Customers in Business Central.", 200_000, 1, int.MaxValue);
        var command = new Command("memory", "Measures a client's working set during a full synchronisation.") { customers };
        command.SetAction((parsed, cancellationToken) => new MemoryCampaign(parsed.InvocationConfiguration.Output)
            .RunAsync(parsed.GetValue(customers), cancellationToken));
        return command;
    }

    private static Command Limits()
    {
        var customers = WholeNumber.Option("--customers", "Customers in Business Central.", 50_000, 1, int.MaxValue);
        var command = new Command("limits", "Runs a full synchronisation under the documented limits, and counts what was refused.")
        {
            customers,
        };
        command.SetAction((parsed, cancellationToken) => new LimitCampaign(parsed.InvocationConfiguration.Output)
            .RunAsync(parsed.GetValue(customers), cancellationToken));
        return command;
    }

    private static Command Workers()
    {
        var customers = WholeNumber.Option("--customers", "Customers in Business Central.", 20_000, 1, int.MaxValue);
        var workers = WholeNumber.Option("--workers", "Workers on one state.", 3, 1, int.MaxValue);
        var kills = WholeNumber.Option("--kills", "How often a worker is killed at least.", 20, 0, int.MaxValue);
        var latency = WholeNumber.Option("--latency-ms", "Milliseconds every request waits.", 50, 0, int.MaxValue);
        // One thread each: where one machine does everything, more of them would measure its processors instead of the number of workers.
        var threads = WholeNumber.Option("--threads", "Partitions that each worker does at a time.", 1, 1, 32);
        var variable = new Option<string>("--state-connection-variable")
        {
            Description = "Environment variable that holds the connection string of a database in PostgreSQL for the campaign.", Required = true,
        };
        variable.Validators.Add(result =>
        {
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(result.GetValueOrDefault<string>()!)))
                result.AddError("The environment variable that --state-connection-variable names is empty.");
        });
        var seed = WholeNumber.Option("--random-seed", "Seed of the moments.", 1, 0, int.MaxValue);
        var command = new Command("workers", "Measures several workers against one, kills them at random moments, and compares what comes out.")
        {
            customers, workers, latency, threads, kills, variable, seed,
        };
        command.SetAction((parsed, cancellationToken) => new WorkerCampaign(
            parsed.InvocationConfiguration.Output, Environment.GetEnvironmentVariable(parsed.GetValue(variable)!)!, parsed.GetValue(threads),
            TimeSpan.FromMilliseconds(parsed.GetValue(latency)), parsed.GetValue(seed))
            .RunAsync(parsed.GetValue(customers), parsed.GetValue(workers), parsed.GetValue(kills), cancellationToken));
        return command;
    }

    private static Command Client()
    {
        var work = new Option<SoakWork>("--work") { Required = true };
        var server = new Option<string>("--server") { Required = true };
        var state = new Option<FileInfo>("--state") { Required = true };
        var file = LogOption.Create();
        var command = new Command("client", "Does one work against a served sandbox; the campaigns start it.") { work, server, state, file };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var telemetry = TelemetryExport.Start();
            using var log = SessionLog.Open(parsed.GetValue(file), TimeProvider.System);
            try
            {
                var task = new SoakTask(parsed.GetValue(work), new Uri(parsed.GetValue(server)!), parsed.GetValue(state)!.FullName);
                var output = parsed.InvocationConfiguration.Output;
                return task.Work switch
                {
                    SoakWork.Orders => await OrderImportClient.RunAsync(task, output, cancellationToken),
                    SoakWork.Handover => await HandoverClient.RunAsync(task, cancellationToken),
                    _ => await FullSyncClient.RunAsync(task, output, cancellationToken),
                };
            }
            catch (SyncException problem)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"soak: {problem.Error.ErrorId}: {problem.Message}");
                return 1;
            }
        });
        return command;
    }
}
