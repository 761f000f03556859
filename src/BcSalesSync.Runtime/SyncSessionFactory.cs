using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Runs;
using BcSalesSync.Runtime.Connections;

namespace BcSalesSync.Runtime;

/// <summary>Puts a connection together for all shells: settings in, session out (design, section 1).</summary>
public static class SyncSessionFactory
{
    /// <summary>Opens a session: signs in to both systems, reads what they offer and opens the state.</summary>
    /// <param name="settings">What the connection is made from.</param>
    /// <param name="observer">Hears what happens, requests included, as long as the session is open.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="SyncException">The connection cannot be made; the error says what to do.</exception>
    public static Task<ISyncSession> OpenAsync(ConnectionSettings settings, ISyncObserver observer, CancellationToken cancellationToken) =>
        OpenAsync(settings, observer, new SessionGround(), cancellationToken);

    /// <summary>Opens a session that shares long passes with other workers on the same state.</summary>
    /// <param name="settings">What the connection is made from.</param>
    /// <param name="observer">Hears what happens, requests included, as long as the session is open.</param>
    /// <param name="partitions">Gives the partitions to the workers.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="SyncException">The connection cannot be made; the error says what to do.</exception>
    public static Task<ISyncSession> OpenAsync(
        ConnectionSettings settings, ISyncObserver observer, IPartitionHost partitions, CancellationToken cancellationToken) =>
        OpenAsync(settings, observer, new SessionGround { Partitions = partitions }, cancellationToken);

    /// <summary>Opens a session on a clock and a network of the caller's.</summary>
    internal static Task<ISyncSession> OpenAsync(
        ConnectionSettings settings, ISyncObserver observer, TimeProvider clock, HttpMessageHandler? network,
            CancellationToken cancellationToken) =>
        OpenAsync(settings, observer, new SessionGround { Clock = clock, Network = network }, cancellationToken);

    /// <summary>Opens a session on a ground of the caller's.</summary>
    internal static async Task<ISyncSession> OpenAsync(
        ConnectionSettings settings, ISyncObserver observer, SessionGround ground, CancellationToken cancellationToken)
    {
        settings = SystemAddresses.Complete(settings);
        var ids = new SystemIdSource();
        var systems = OpenSystems.Open(settings, ground, ids, observer);
        try
        {
            var bc = await systems.Endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false);
            var sales = await systems.Endpoints.Sales.GetFactsAsync(cancellationToken).ConfigureAwait(false);
            var company = bc.CompanyId ?? Guid.Empty;
            var location = new StateLocation(settings, bc, sales, ground.StateFolder);
            var opened = await OpenState.OpenAsync(settings, location, bc, sales, ground.Clock, observer.Warning, cancellationToken).ConfigureAwait(false);
            var state = ground.State(opened.Store);
            var holders = ground.Holders ?? new ProcessHolders(ids);
            var connection = new BcConnection
            {
                Name = location.Name,
                BusinessCentralUrl = Shown(settings.BusinessCentralUrl ?? Sandbox.SandboxOptions.BusinessCentralAddress),
                Company = bc.CompanyName ?? string.Empty,
                CompanyId = company,
                SalesUrl = Shown(settings.SalesUrl ?? Sandbox.SandboxOptions.SalesAddress),
                IsSandbox = systems.Control is not null,
                Tier = bc.Tier,
                LocalCurrency = bc.LocalCurrency ?? string.Empty,
                State = opened.Place,
            };
            var parts = new EngineParts(systems.Endpoints, state, ground.Clock, ids, holders, ground.Partitions);
            return new GuardedSession(new SyncSession(connection, systems, parts, holders));
        }
        catch (EndpointException problem)
        {
            systems.Dispose();
            throw ConnectionErrors.Endpoint(problem);
        }
        catch
        {
            systems.Dispose();
            throw;
        }
    }

    // Addresses that people paste may carry more than the place: what follows the path is not shown.
    private static string Shown(Uri address) => address.GetLeftPart(UriPartial.Path);
}
