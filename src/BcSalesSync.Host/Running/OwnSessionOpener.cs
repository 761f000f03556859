using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Running;

// Opens a session that does everything itself.
internal sealed class OwnSessionOpener(ServiceGround ground) : ISessionOpener
{
    public Task<ISyncSession> OpenAsync(ConnectionSettings connection, ISyncObserver observer, CancellationToken cancellationToken) =>
        ground.Open(connection, observer, cancellationToken);
}
