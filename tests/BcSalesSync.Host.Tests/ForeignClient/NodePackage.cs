using System.Diagnostics;

namespace BcSalesSync.Host.Tests.ForeignClient;

/// <summary>The script and its package, installed beside the tests as its lock file pins it.</summary>
internal static class NodePackage
{
    private static readonly Lazy<string?> Missing = new(Install);

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "ForeignClient");

    /// <summary>The script.</summary>
    internal static string Script { get; } = Path.Combine(Folder, "client.js");

    /// <summary>Why the script cannot run on this machine; null when it can. A lock file that does not fit is no such reason.</summary>
    internal static string? WhyMissing => Missing.Value;

    /// <summary>Runs the script to its end and answers the lines it wrote.</summary>
    internal static async Task<IReadOnlyList<string>> RunAsync(Uri address)
    {
        using var node = Start("node", Script, address.AbsoluteUri);
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static string? Install()
    {
        try
        {
            using var npm = Start(
                OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
            npm.OutputDataReceived += (_, _) => { };
            npm.BeginOutputReadLine();
            var errors = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            return npm.ExitCode == 0 || IsOurs(errors) ? null : $"The npm registry does not give the package of the client: {errors}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js is not installed.";
        }
    }

    private static bool IsOurs(string errors) => Array.Exists(["EUSAGE", "EINTEGRITY", "EJSONPARSE"], errors.Contains);

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };

        // The client would ask the proxy for the address of this machine as well.
        if (program == "node")
            start.Environment.Remove("http_proxy");
        return Process.Start(start)!;
    }
}
