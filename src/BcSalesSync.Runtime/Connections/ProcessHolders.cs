using System.ComponentModel;
using System.Globalization;
using BcSalesSync.Engine.Ports;

namespace BcSalesSync.Runtime.Connections;

/// <summary>
/// Names this process as "machine/process id/mark of the process/session". A holder on this machine whose process does not run any
/// more, or whose process id was given to another process since, is certainly gone; of other machines and containers nothing is known.
/// </summary>
internal sealed class ProcessHolders : IHolderProbe
{
    /// <summary>Creates the probe of one session.</summary>
    public ProcessHolders(IIdSource ids)
    {
        Self = string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}/{Environment.ProcessId}/{ProcessMark.Of(Environment.ProcessId)}/{ids.NewId():N}");
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
        if (parts.Length < 4 || parts[0] != Environment.MachineName || !parts[2].StartsWith(ProcessMark.Place, StringComparison.Ordinal)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        return id == Environment.ProcessId
            ? !IsOpenHere(string.Join('/', parts.Take(4)))
            : IsOver(id, parts[2]);
    }

    private static bool IsOver(int processId, string mark)
    {
        try
        {
            return ProcessMark.Of(processId) != mark;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or Win32Exception)
        {
            // There is a process, and it may not be looked at.
            return false;
        }
    }

    private static bool IsOpenHere(string session)
    {
        lock (Sessions)
            return Sessions.Contains(session);
    }
}
