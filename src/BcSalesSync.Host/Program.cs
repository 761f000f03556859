using BcSalesSync.Host.Commands;

namespace BcSalesSync.Host;

internal static class Program
{
    public static Task<int> Main(string[] args) => HostCommands.InvokeAsync(args, Console.Out, Console.Error, CancellationToken.None);
}
