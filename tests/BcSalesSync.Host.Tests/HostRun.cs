using BcSalesSync.Host.Commands;

namespace BcSalesSync.Host.Tests;

// A run of the program in process: exit code and what it wrote.
internal sealed record HostRun(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static async Task<HostRun> OfAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await HostCommands.InvokeAsync(args, output, errors, CancellationToken.None);
        return new HostRun(code, output.ToString(), errors.ToString());
    }
}
