using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Running;

// Opens the session of a service.
internal interface ISessionOpener
{
    Task<ISyncSession> OpenAsync(ConnectionSettings connection, ISyncObserver observer, CancellationToken cancellationToken);
}
