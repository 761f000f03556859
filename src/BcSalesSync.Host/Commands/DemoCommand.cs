using System.CommandLine;

namespace BcSalesSync.Host.Commands;

// The verb "demo".
internal static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command("demo", "Shows the product at work against simulated systems; needs nothing.");
        command.SetAction((parsed, cancellationToken) => Task.FromResult(0));
        return command;
    }
}
