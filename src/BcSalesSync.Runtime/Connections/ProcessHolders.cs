using System.Diagnostics;
using System.Globalization;
using BcSalesSync.Engine.Ports;

namespace BcSalesSync.Runtime.Connections;

/// <summary>
/// Names this process as "machine/process id/start time/session". A holder on this machine whose process does not run any more, or whose process id was given to another
/// process since, is certainly gone; of other machines nothing is known.
/// </summary>
internal sealed class ProcessHolders : IHolderProbe
{
    /// <summary>Creates the probe of one session.</summary>
    public ProcessHolders(IIdSource ids)
    {
        using var process = Process.GetCurrentProcess();
        Self = string.Create(
            CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{process.StartTime.ToUniversalTime().Ticks}/{ids.NewId():N}");
        lock (Sessions)
            Sessions.Add(Self);
    }

    private static HashSet<string> Sessions { get; } = [];

    /// <inheritdoc/>
    public string Self { get; }

    /// <summary>Says that the session ended: what it still holds is free.</summary>
    public void Close()
    {
        lock (Sessions)
            Sessions.Remove(Self);
    }

    /// <inheritdoc/>
    public bool IsGone(string holder)
    {
        var parts = holder.Split('/');
        if (parts.Length < 4 || parts[0] != Environment.MachineName
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var started))
            return false;
        if (id == Environment.ProcessId)
            return !IsOpenHere(string.Join('/', parts.Take(4)));
        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime().Ticks != started;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static bool IsOpenHere(string session)
    {
        lock (Sessions)
            return Sessions.Contains(session);
    }
}
