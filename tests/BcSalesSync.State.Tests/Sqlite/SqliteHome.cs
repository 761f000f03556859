using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sqlite;
using BcSalesSync.State.Tests.Contract;

namespace BcSalesSync.State.Tests.Sqlite;

/// <summary>A state file in a folder of its own.</summary>
public sealed class SqliteHome : IStateHome
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bcsalessync-state-");

    private readonly MovedClock clock = new();

    public string Path => System.IO.Path.Combine(folder.FullName, "connections", "state.db");

    public async Task<IStateStore> OpenAsync() => await SqliteStateStore.OpenAsync(Path, clock, CancellationToken.None);

    public Task PassAsync(TimeSpan time)
    {
        clock.Ahead += time;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
