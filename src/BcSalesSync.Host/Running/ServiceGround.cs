using BcSalesSync.Contracts;
using BcSalesSync.Runtime;
using BcSalesSync.Runtime.Profiles;

namespace BcSalesSync.Host.Running;

// What a service stands on; the defaults are those of a process of its own.
internal sealed record ServiceGround
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    public Func<IProfileStore> Profiles { get; init; } = () => new ProfileStore();

    public Func<ConnectionSettings, ISyncObserver, CancellationToken, Task<ISyncSession>> Open { get; init; } = SyncSessionFactory.OpenAsync;

    public Func<ConnectionSettings, ISyncObserver, IPartitionHost, CancellationToken, Task<ISyncSession>> OpenShared { get; init; } =
        SyncSessionFactory.OpenAsync;
}
