using System.Diagnostics;

namespace BcSalesSync.Host.Tests;

// A run of the program as a process of its own, with an environment of its own.
internal static class ProgramRun
{
    public static async Task<HostRun> OfAsync(IEnumerable<KeyValuePair<string, string>> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BcSalesSync.Host.dll"), .. args])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new HostRun(process.ExitCode, await output, await errors);
    }
}
