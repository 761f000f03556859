using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Loading;

/// <summary>Opens a session; the engine's way of doing it is <see cref="EngineEntry.OpenAsync"/>.</summary>
internal delegate Task<ISyncSession> SessionOpener(
    ConnectionSettings settings, ISyncObserver observer, CancellationToken cancellationToken);
