using System.Net;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.PostgreSql;
using BcSalesSync.State.Sqlite;

namespace BcSalesSync.Runtime.Connections;

/// <summary>The state of a connection, opened where its settings say, and of no other systems.</summary>
/// <param name="Store">The state.</param>
/// <param name="Place">Where it is, for people.</param>
internal sealed record OpenState(IStateStore Store, string Place)
{
    /// <summary>Opens the state.</summary>
    /// <param name="settings">The connection.</param>
    /// <param name="location">Where a state is that is kept in a file.</param>
    /// <param name="bc">Facts about Business Central.</param>
    /// <param name="sales">Facts about Sales.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="warn">Hears of further states that the same systems have.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="SyncException">It cannot be opened, or was made with other systems.</exception>
    public static async Task<OpenState> OpenAsync(
        ConnectionSettings settings, StateLocation location, EndpointFacts bc, EndpointFacts sales, TimeProvider clock,
            Action<string> warn, CancellationToken cancellationToken)
    {
        var state = await OpenStoreAsync(settings, location, clock, warn, cancellationToken).ConfigureAwait(false);
        try
        {
            await StateOwnership.RequireAsync(state.Store, state.Place, bc, sales, cancellationToken).ConfigureAwait(false);
            return state;
        }
        catch
        {
            await state.Store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<OpenState> OpenStoreAsync(
        ConnectionSettings settings, StateLocation location, TimeProvider clock, Action<string> warn, CancellationToken cancellationToken)
    {
        if (settings is { StateConnectionString: not null, StatePath: not null })
            throw ConnectionErrors.TwoStates();
        if (settings.StateConnectionString is { } secret)
        {
            var connectionString = new NetworkCredential(string.Empty, secret).Password;
            var shared = await PostgreSqlStateStore.OpenAsync(connectionString, clock, cancellationToken).ConfigureAwait(false);
            return new(shared, shared.Place);
        }

        var path = await location.FindAsync(warn, cancellationToken).ConfigureAwait(false);
        return new(await SqliteStateStore.OpenAsync(path, clock, cancellationToken).ConfigureAwait(false), path ?? "memory");
    }
}
