using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sqlite;
using BcSalesSync.State.Tests.Suites;

namespace BcSalesSync.State.Tests.Sqlite;

/// <summary>A state file in a folder of its own.</summary>
public sealed class SqliteHome : IStateHome, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bcsalessync-").FullName;

    public string Path => System.IO.Path.Combine(folder, "new", "state.db");

    public async Task<IStateStore> OpenAsync() => await SqliteStateStore.OpenAsync(Path, CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
