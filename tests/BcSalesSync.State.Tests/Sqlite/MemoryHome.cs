using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sqlite;
using BcSalesSync.State.Tests.Contract;

namespace BcSalesSync.State.Tests.Sqlite;

/// <summary>A state in memory; it belongs to one store alone.</summary>
public sealed class MemoryHome : IStateHome
{
    private readonly MovedClock clock = new();

    public async Task<IStateStore> OpenAsync() => await SqliteStateStore.OpenAsync(null, clock, CancellationToken.None);

    public Task PassAsync(TimeSpan time)
    {
        clock.Ahead += time;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
