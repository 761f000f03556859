using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Connections;

/// <summary>
/// Which connections are open: for each runspace its own, the last one made being its current one. A connection handed to another
/// runspace works there as well. Nothing here keeps a runspace or a connection alive.
/// </summary>
internal static class ConnectionTable
{
    private static readonly ConditionalWeakTable<object, List<BcConnection>> Runspaces = [];
    private static readonly ConditionalWeakTable<BcConnection, ISyncSession> Sessions = [];

    internal static BcConnection? Current(object runspace) => All(runspace) is [.., var last] ? last : null;

    /// <summary>Open connections of the runspace, oldest first.</summary>
    internal static IReadOnlyList<BcConnection> All(object runspace) =>
        Runspaces.TryGetValue(runspace, out var connections) ? [.. connections.Where(c => SessionOf(c) is not null)] : [];

    internal static ISyncSession? SessionOf(BcConnection connection) =>
        Sessions.TryGetValue(connection, out var session) ? session : null;

    internal static BcConnection Add(object runspace, ISyncSession session)
    {
        var connection = session.Connection;
        Sessions.AddOrUpdate(connection, session);
        Runspaces.GetValue(runspace, _ => []).Add(connection);
        return connection;
    }

    /// <summary>Takes a connection out and returns its session, which the caller closes; null when it was not open.</summary>
    internal static ISyncSession? Remove(object runspace, BcConnection connection)
    {
        if (Runspaces.TryGetValue(runspace, out var connections))
            connections.RemoveAll(c => ReferenceEquals(c, connection));
        var session = SessionOf(connection);
        Sessions.Remove(connection);
        return session;
    }
}
