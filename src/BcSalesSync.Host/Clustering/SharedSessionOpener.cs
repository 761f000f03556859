using BcSalesSync.Contracts;
using BcSalesSync.Host.Running;
using BcSalesSync.Runtime;

namespace BcSalesSync.Host.Clustering;

// Opens a session that gives parts of long passes to other workers. A state that cannot be shared is refused before anything else.
internal sealed class SharedSessionOpener(ServiceGround ground, QuartzPartitionHost partitions) : ISessionOpener
{
    public Task<ISyncSession> OpenAsync(ConnectionSettings connection, ISyncObserver observer, CancellationToken cancellationToken)
    {
        SharedState.ConnectionString(connection);
        return ground.OpenShared(connection, observer, partitions, cancellationToken);
    }
}
