using System.CommandLine;
using BcSalesSync.Host.Running;

namespace BcSalesSync.Host.Commands;

/// <summary>The verbs of the program.</summary>
public static class HostCommands
{
    // How long a verb may take to end after Ctrl+C or a request to terminate; a service sees to that itself.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Runs the verb that the arguments name.</summary>
    /// <param name="args">Arguments as a shell passes them.</param>
    /// <param name="output">Takes what the verb has to show.</param>
    /// <param name="errors">Takes complaints about the arguments and failures.</param>
    /// <param name="cancellationToken">Ends the verb; so do Ctrl+C and a request to terminate.</param>
    /// <returns>The exit code: 0 when all went well.</returns>
    public static Task<int> InvokeAsync(
        IReadOnlyList<string> args, TextWriter output, TextWriter errors, CancellationToken cancellationToken) =>
        InvokeAsync(args, output, errors, new ServiceGround(), cancellationToken);

    // On a ground of the caller's.
    internal static async Task<int> InvokeAsync(
        IReadOnlyList<string> args, TextWriter output, TextWriter errors, ServiceGround ground, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Keeps Dynamics 365 Business Central and Dynamics 365 Sales in step.")
        {
            RunCommand.Create(ground),
            WorkerCommand.Create(ground),
            DemoCommand.Create(),
            SandboxCommand.Create(),
            SoakCommand.Create(),
        };
        var parsed = root.Parse(args);
        var isService = parsed.CommandResult.Command.Name is RunCommand.Name or WorkerCommand.Name;
        var configuration = new InvocationConfiguration
        {
            Output = TextWriter.Synchronized(output), Error = errors, ProcessTerminationTimeout = isService ? null : Grace,
        };
        var code = await parsed.InvokeAsync(configuration, cancellationToken);
        return isService && parsed.Errors.Count > 0 ? ExitCode.Misconfigured : code;
    }
}
