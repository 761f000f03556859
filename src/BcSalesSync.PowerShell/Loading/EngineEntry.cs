using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime;
using BcSalesSync.Runtime.Profiles;

namespace BcSalesSync.PowerShell.Loading;

/// <summary>The only place that names a type of the engine, so that nothing of it is loaded before the first connection.</summary>
internal static class EngineEntry
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static Task<ISyncSession> OpenAsync(
        ConnectionSettings settings, ISyncObserver observer, CancellationToken cancellationToken) =>
        SyncSessionFactory.OpenAsync(settings, observer, cancellationToken);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static IProfileStore OpenProfiles() => new ProfileStore();
}
