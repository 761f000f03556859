using System.Net;
using BcSalesSync.Contracts;
using BcSalesSync.State.PostgreSql;

namespace BcSalesSync.Runtime;

/// <summary>The database of a state that several workers share, for what else they keep there.</summary>
public static class SharedState
{
    /// <summary>The connection string of a connection's state, checked and completed; it names the schema, and goes to no log.</summary>
    /// <param name="settings">What the connection is made from.</param>
    /// <exception cref="SyncException">The state is not in PostgreSQL, or its connection string cannot be used.</exception>
    public static string ConnectionString(ConnectionSettings settings) => settings.StateConnectionString is { } secret
        ? PostgreSqlStateStore.Complete(new NetworkCredential(string.Empty, secret).Password)
        : throw new SyncException(new BcSyncError
        {
            Time = default,
            Class = FailureClass.Configuration,
            ErrorId = "BcSync.State.NotShared",
            Message = "Workers share a state in PostgreSQL, and none was given.",
            RecommendedAction = "Give --state-connection-file, --state-connection-variable, or a profile that was saved with -StateConnectionString.",
        });
}
