using System.Diagnostics;
using System.Globalization;

namespace BcSalesSync.Runtime.Connections;

/// <summary>
/// What tells a process from others that had its id before or get it later. Every process reads the same mark for the same process.
/// </summary>
internal static class ProcessMark
{
    // The fields of "stat" are counted from behind the program's name, which may hold anything; the 20th is the start, in ticks since boot.
    private const int StartField = 19;

    /// <summary>The mark of a running process; null when there is none with that id.</summary>
    public static string? Of(int processId)
    {
        try
        {
            return OperatingSystem.IsLinux() ? OfLinux(processId) : OfStartTime(processId);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    // Here the framework derives the start time from each process's own reading of the clock, so that two processes never quite
    // agree on it.
    private static string OfLinux(int processId)
    {
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
        var start = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[StartField];
        return $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}:{start}";
    }

    private static string OfStartTime(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
    }
}
