using System.Runtime.Versioning;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.Sqlite;
using BcSalesSync.State.Tests.Suites;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Tests.Sqlite;

/// <summary>The state file itself.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private static readonly StateChange Change = new() { Couplings = [Sample.FullCoupling(1)], Now = Sample.Now };

    private readonly SqliteHome home = new();

    private string Folder => Path.GetDirectoryName(home.Path)!;

    public void Dispose() => home.Dispose();

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_can_read_the_files_and_their_folder()
    {
        await using var store = await home.OpenAsync();
        await store.CommitAsync(Change, CancellationToken.None);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
        var files = Directory.GetFiles(Folder);
        Assert.Contains(home.Path + "-wal", files);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task A_closed_state_is_there_when_it_is_opened_again()
    {
        await using (var store = await home.OpenAsync())
            await store.CommitAsync(Change, CancellationToken.None);

        await using var again = await home.OpenAsync();
        await AssertChangedAsync(again);
    }

    [Fact]
    public async Task A_state_that_was_abandoned_is_there_when_it_is_opened_again()
    {
        var abandoned = await home.OpenAsync();
        await abandoned.CommitAsync(Change, CancellationToken.None);

        // What a process that was killed leaves behind: the files without the closing of the connection.
        var left = Directory.CreateDirectory(Path.Combine(Folder, "left")).FullName;
        File.Copy(home.Path, Path.Combine(left, "state.db"));
        File.Copy(home.Path + "-wal", Path.Combine(left, "state.db-wal"));
        await using (var again = await SqliteStateStore.OpenAsync(Path.Combine(left, "state.db"), CancellationToken.None))
            await AssertChangedAsync(again);

        await using (var beside = await home.OpenAsync())
            await AssertChangedAsync(beside);
        await abandoned.DisposeAsync();
    }

    [Fact]
    public async Task A_new_file_is_opened_by_many_at_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => home.OpenAsync()));
        await stores[0].CommitAsync(Change, CancellationToken.None);
        foreach (var store in stores)
        {
            await AssertChangedAsync(store);
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await (await home.OpenAsync()).DisposeAsync();
        await ExecuteAsync("PRAGMA user_version = 99");

        var problem = await Assert.ThrowsAsync<SyncException>(home.OpenAsync);
        Assert.Equal("BcSync.State.NewerSchema", problem.Error.ErrorId);
        Assert.Contains(home.Path, problem.Message, StringComparison.Ordinal);
        Assert.Contains("99", problem.Message, StringComparison.Ordinal);
        Assert.Equal(99L, await ExecuteAsync("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Folder);
        var text = new string('x', 5000);
        await File.WriteAllTextAsync(home.Path, text);

        var problem = await Assert.ThrowsAsync<SyncException>(home.OpenAsync);
        Assert.Equal("BcSync.State.Unusable", problem.Error.ErrorId);
        Assert.Contains(home.Path, problem.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(home.Path));
    }

    [Fact]
    public async Task A_database_of_somebody_else_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Folder);
        await ExecuteAsync("CREATE TABLE jobs (name TEXT)");

        var problem = await Assert.ThrowsAsync<SyncException>(home.OpenAsync);
        Assert.Equal("BcSync.State.Unusable", problem.Error.ErrorId);
        Assert.Equal(1L, await ExecuteAsync("SELECT count(*) FROM sqlite_master"));
    }

    [Fact]
    public async Task A_path_that_is_a_folder_is_refused()
    {
        Directory.CreateDirectory(home.Path);

        Assert.Equal("BcSync.State.Unusable", (await Assert.ThrowsAsync<SyncException>(home.OpenAsync)).Error.ErrorId);
    }

    [Fact]
    public async Task A_folder_that_is_a_file_is_refused()
    {
        await File.WriteAllTextAsync(Folder, "x");

        Assert.Equal("BcSync.State.Unusable", (await Assert.ThrowsAsync<SyncException>(home.OpenAsync)).Error.ErrorId);
    }

    [Fact]
    public async Task A_state_in_memory_is_each_stores_own()
    {
        await using var first = await SqliteStateStore.OpenAsync(null, CancellationToken.None);
        await using var second = await SqliteStateStore.OpenAsync(null, CancellationToken.None);
        await first.CommitAsync(Change, CancellationToken.None);

        await AssertChangedAsync(first);
        Assert.Equal(0, (await second.Couplings.CountAsync("CUSTOMER", CancellationToken.None)).Couplings);
    }

    [Fact]
    public async Task A_store_can_be_closed_twice_and_does_not_work_afterwards()
    {
        var store = await home.OpenAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.CommitAsync(Change, CancellationToken.None));
    }

    private static async Task AssertChangedAsync(IStateStore store)
    {
        var found = await store.Couplings.FindByBcIdAsync(Sample.Family, [Sample.Bc(1)], CancellationToken.None);
        CouplingAssert.Same(Sample.FullCoupling(1), Assert.Single(found));
    }

    private async Task<object?> ExecuteAsync(string statement)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = home.Path, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this class.
        command.CommandText = statement;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
