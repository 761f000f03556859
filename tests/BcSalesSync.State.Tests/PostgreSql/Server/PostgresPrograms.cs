using System.ComponentModel;
using System.Diagnostics;

namespace BcSalesSync.State.Tests.PostgreSql.Server;

/// <summary>Where PostgreSQL is installed on this machine.</summary>
internal static class PostgresPrograms
{
    private const string Installed = "/usr/lib/postgresql";

    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>Folder of the server's programs; null where there are none.</summary>
    internal static string? Folder => Found.Value;

    /// <summary>Why no server can be started on this machine; null when one can.</summary>
    internal static string? WhyMissing => OperatingSystem.IsWindows()
        ? "The tests start a PostgreSQL server on Linux and macOS only."
        : Folder is null ? "PostgreSQL is not installed: there is no initdb in PATH, with pg_config or in /usr/lib/postgresql." : null;

    private static string? Find()
    {
        if (OperatingSystem.IsWindows())
            return null;
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries);
        return path.Append(OfConfiguration()).Concat(OfVersions()).FirstOrDefault(
            folder => folder is not null && File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static string? OfConfiguration()
    {
        try
        {
            using var program = Process.Start(new ProcessStartInfo("pg_config", "--bindir") { RedirectStandardOutput = true })!;
            return program.StandardOutput.ReadToEnd().Trim();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // The newest version first.
    private static IEnumerable<string> OfVersions() => Directory.Exists(Installed)
        ? Directory.GetDirectories(Installed).OrderByDescending(folder => folder.Length).ThenByDescending(folder => folder, StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, "bin"))
        : [];
}
