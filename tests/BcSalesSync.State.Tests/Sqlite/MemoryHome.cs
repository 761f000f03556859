using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sqlite;
using BcSalesSync.State.Tests.Contract;

namespace BcSalesSync.State.Tests.Sqlite;

/// <summary>A state in memory; it belongs to one store alone.</summary>
public sealed class MemoryHome : IStateHome
{
    public async Task<IStateStore> OpenAsync() => await SqliteStateStore.OpenAsync(null, CancellationToken.None);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
