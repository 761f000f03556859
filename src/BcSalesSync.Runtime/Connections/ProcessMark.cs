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

    /// <summary>
    /// What all marks begin with that this process can judge: machines are named alike when they are cloned, and so are containers, each of which
    /// counts its processes by itself.
    /// </summary>
    public static string Place { get; } = OperatingSystem.IsLinux() ? $"{Boot}:{Namespace}:" : string.Empty;

    private static string Boot => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    private static string Namespace => new FileInfo("/proc/self/ns/pid").LinkTarget ?? string.Empty;

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
        return Place + start;
    }

    private static string OfStartTime(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
    }
}
