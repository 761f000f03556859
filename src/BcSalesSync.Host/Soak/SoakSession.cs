using System.Net;
using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime;

namespace BcSalesSync.Host.Soak;

// Sessions of the campaigns on a served sandbox.
internal static class SoakSession
{
    // Holds the connection string of a state that several processes share; it is in no argument, which everybody may read.
    public const string StateConnectionVariable = "BCSALESSYNC_SOAK_STATE";

    // Any is accepted.
    public const string Token = "soak";

    public static Uri BusinessCentralOf(Uri server) => new(server, "/bc/v2.0/sandbox/Production/api/v2.0");

    public static Uri SalesOf(Uri server) => new(server, "/sales/api/data/v9.2");

    public static Task<ISyncSession> OpenAsync(Uri server, string statePath, CancellationToken cancellationToken)
    {
        var shared = Environment.GetEnvironmentVariable(StateConnectionVariable);
        return OpenAsync(server, shared is null ? statePath : null, shared, cancellationToken);
    }

    public static Task<ISyncSession> OpenAsync(Uri server, string? statePath, string? stateConnection, CancellationToken cancellationToken)
    {
        var settings = new ConnectionSettings
        {
            BusinessCentralUrl = BusinessCentralOf(server),
            SalesUrl = SalesOf(server),
            TokenSource = TokenAsync,
            StatePath = statePath,
            StateConnectionString = stateConnection is null ? null : new NetworkCredential(string.Empty, stateConnection).SecurePassword,
        };
        return SyncSessionFactory.OpenAsync(settings, SilentObserver.Instance, cancellationToken);
    }

    private static Task<SecureString> TokenAsync(Uri resource, CancellationToken cancellationToken) =>
        Task.FromResult(new NetworkCredential(string.Empty, Token).SecurePassword);
}
