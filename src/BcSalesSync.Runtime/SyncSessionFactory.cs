using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime;

/// <summary>Puts a connection together: settings in, session out (design, section 1).</summary>
public static class SyncSessionFactory
{
    /// <summary>Opens a session.</summary>
    /// <param name="settings">What the connection is made from.</param>
    /// <param name="observer">Hears what happens while the session opens.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="SyncException">The connection cannot be made.</exception>
    public static Task<ISyncSession> OpenAsync(ConnectionSettings settings, ISyncObserver observer, CancellationToken cancellationToken) =>
        throw new SyncException(new BcSyncError
        {
            Time = TimeProvider.System.GetUtcNow(),
            Class = FailureClass.Capability,
            ErrorId = "BcSync.Connection.NotAvailable",
            Message = "Connections are not available yet.",
            RecommendedAction = "Use a build that contains the engine.",
        });
}
