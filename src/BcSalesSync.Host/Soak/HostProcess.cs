using System.Diagnostics;

namespace BcSalesSync.Host.Soak;

// How this program is started once more.
internal static class HostProcess
{
    public static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo
        {
            FileName = Environment.ProcessPath!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) is "dotnet")
            start.ArgumentList.Add(typeof(HostProcess).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }
}
