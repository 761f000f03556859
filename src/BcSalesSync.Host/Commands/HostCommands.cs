using System.CommandLine;

namespace BcSalesSync.Host.Commands;

/// <summary>The verbs of the program.</summary>
public static class HostCommands
{
    // How long a verb may take to end after Ctrl+C or a request to terminate.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Runs the verb that the arguments name.</summary>
    /// <param name="args">Arguments as a shell passes them.</param>
    /// <param name="output">Takes what the verb has to show.</param>
    /// <param name="errors">Takes complaints about the arguments and failures.</param>
    /// <param name="cancellationToken">Ends the verb; so do Ctrl+C and a request to terminate.</param>
    /// <returns>The exit code: 0 when all went well.</returns>
    public static Task<int> InvokeAsync(
        IReadOnlyList<string> args, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Keeps Dynamics 365 Business Central and Dynamics 365 Sales in step.")
        {
            DemoCommand.Create(),
            SandboxCommand.Create(),
            SoakCommand.Create(),
        };
        var shown = TextWriter.Synchronized(output);
        var configuration = new InvocationConfiguration { Output = shown, Error = errors, ProcessTerminationTimeout = Grace };
        return root.Parse(args).InvokeAsync(configuration, cancellationToken);
    }
}
