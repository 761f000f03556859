using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.State.Sqlite;
using Microsoft.Data.Sqlite;

namespace BcSalesSync.State.Tests.Sqlite;

public sealed class StateFileTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly SqliteHome home = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => home.DisposeAsync();

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Only_the_owner_can_read_the_file_its_side_files_and_its_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var store = await home.OpenAsync();
        await store.CommitAsync(
            new StateChange { Settings = new Dictionary<string, string> { ["a"] = "b" }, Now = default }, CancellationToken.None);

        var folder = new DirectoryInfo(Path.GetDirectoryName(home.Path)!);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder.UnixFileMode);
        Assert.Contains(folder.GetFiles(), file => file.Name == "state.db-wal");
        Assert.All(folder.GetFiles(), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await (await home.OpenAsync()).DisposeAsync();
        Run("PRAGMA user_version = 99");

        var refused = await Assert.ThrowsAsync<SyncException>(() => home.OpenAsync());

        Assert.Equal("BcSync.State.NewerSchema", refused.Error.ErrorId);
        Assert.Contains("99", refused.Message, StringComparison.Ordinal);
        Assert.Equal(99L, Run("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_database_of_another_application_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(home.Path)!);
        Run("CREATE TABLE notes (text TEXT)");

        var refused = await Assert.ThrowsAsync<SyncException>(() => home.OpenAsync());

        Assert.Equal("BcSync.State.Foreign", refused.Error.ErrorId);
        Assert.Equal(1L, Run("SELECT count(*) FROM sqlite_schema"));
        Assert.Equal("delete", Run("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_its_path()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(home.Path)!);
        await File.WriteAllTextAsync(home.Path, string.Concat(Enumerable.Repeat("This is a letter, not a database. ", 100)));

        var refused = await Assert.ThrowsAsync<SyncException>(() => home.OpenAsync());

        Assert.Equal("BcSync.State.Unusable", refused.Error.ErrorId);
        Assert.Contains(home.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_cannot_be_created_is_refused()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetDirectoryName(home.Path)!)!);
        await File.WriteAllTextAsync(Path.GetDirectoryName(home.Path)!, "in the way");

        var refused = await Assert.ThrowsAsync<SyncException>(() => home.OpenAsync());

        Assert.Equal("BcSync.State.Unusable", refused.Error.ErrorId);
    }

    [Fact]
    public async Task Many_may_open_a_new_file_at_the_same_time()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => home.OpenAsync()));

        foreach (var store in stores)
            await store.DisposeAsync();
        Assert.Equal(8L, Run("PRAGMA user_version"));
        Assert.Equal("wal", Run("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_file_of_the_first_version_is_brought_up_to_date_with_what_it_holds()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(home.Path)!);
        await using (var script = typeof(SqliteStateStore).Assembly.GetManifestResourceStream("BcSalesSync.State.Schema.001-initial.sql")!)
        using (var reader = new StreamReader(script))
            Run(await reader.ReadToEndAsync());
        Run("PRAGMA application_id = 0x42635373; PRAGMA user_version = 1");
        Run("""
            INSERT INTO couplings (mapping, family, bc_id, sales_id, bc_no_key, sales_name_key, to_sales_result, to_bc_result, skipped)
            VALUES ('CUSTOMER', 'f', '00000001-0000-0000-0000-000000000000', '00000002-0000-0000-0000-000000000000', '', '', 1, 0, 1),
                   ('CUSTOMER', 'f', '00000003-0000-0000-0000-000000000000', '00000004-0000-0000-0000-000000000000', '', '', 1, 0, 0)
            """);

        await using var store = await home.OpenAsync();

        var kept = await store.Couplings.FindByBcIdAsync("f", [new Guid(1, 0, 0, new byte[8]), new Guid(3, 0, 0, new byte[8])], CancellationToken.None);
        Assert.Equal([true, false], kept.Select(coupling => coupling.Skipped));
        await store.CommitAsync(
            new StateChange { Couplings = [.. kept.Select(coupling => coupling with { Skipped = false })], Now = default }, CancellationToken.None);
        Assert.Equal(0, (await store.Couplings.CountAsync("CUSTOMER", CancellationToken.None)).Skipped);
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = await home.OpenAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.GetSettingAsync("setup", CancellationToken.None));
    }

    [Theory]
    [InlineData("SELECT * FROM couplings WHERE family = 'f' AND bc_id IN (SELECT value FROM json_each('[]'))")]
    [InlineData("SELECT * FROM couplings WHERE family = 'f' AND sales_id IN (SELECT value FROM json_each('[]'))")]
    [InlineData("SELECT * FROM couplings WHERE family = 'f' AND bc_no_key IN (SELECT value FROM json_each('[]'))")]
    [InlineData("SELECT * FROM couplings WHERE mapping = 'm' AND (bc_no_key, place) > ('', 0) ORDER BY mapping, bc_no_key, place LIMIT 9")]
    [InlineData("SELECT * FROM couplings WHERE (mapping, bc_no_key, place) > ('', '', 0) ORDER BY mapping, bc_no_key, place LIMIT 9")]
    [InlineData("UPDATE couplings SET error = 'e' FROM (SELECT 'f' AS family, 'b' AS bc_id, 's' AS sales_id, 1 AS made_from) AS given "
        + "WHERE couplings.revision = given.made_from AND couplings.family = given.family AND couplings.bc_id = given.bc_id "
        + "AND couplings.sales_id = given.sales_id")]
    [InlineData("DELETE FROM couplings WHERE family = 'f' AND (bc_id = 'b' OR sales_id = 's') AND revision = 1")]
    [InlineData("SELECT * FROM jobs WHERE mapping = 'm' AND json_extract(body, '$.Finished') IS NULL")]
    [InlineData("SELECT * FROM jobs WHERE mapping = 'm' AND (started, place) < (9, 9) ORDER BY started DESC, place DESC LIMIT 9")]
    public async Task Lookups_of_large_tables_use_an_index(string query)
    {
        await (await home.OpenAsync()).DisposeAsync();

        var plan = Plan(query);

        Assert.Contains(plan, step => step.StartsWith("SEARCH couplings USING INDEX", StringComparison.Ordinal)
            || step.StartsWith("SCAN couplings USING INDEX", StringComparison.Ordinal)
            || step.StartsWith("SEARCH jobs USING INDEX", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_that_nobody_looked_at_keep_their_text_whatever_it_says()
    {
        await using var store = await home.OpenAsync();
        var side = new SideState { Values = new Dictionary<string, FieldValue>() };
        await store.CommitAsync(new StateChange { Couplings = [Pair(1) with { Bc = side, Sales = side }], Now = default }, CancellationToken.None);
        Run("UPDATE couplings SET sales_values = 'damaged'");
        var read = Assert.Single(await store.Couplings.FindByBcIdAsync("customers|account", [Pair(1).BcId], CancellationToken.None));

        await store.CommitAsync(
            new StateChange { Couplings = [read with { Sales = read.Sales! with { Version = "2" } }], Now = default }, CancellationToken.None);

        Assert.Equal("damaged 2", Run("SELECT sales_values || ' ' || sales_version FROM couplings"));
        Assert.Equal("BcSync.State.DamagedCoupling", Assert.Throws<SyncException>(() => read.Sales.Values.Count).Error.ErrorId);
    }

    [Fact]
    public async Task A_thousand_couplings_are_saved_in_one_go()
    {
        await using var store = await home.OpenAsync();
        CouplingState[] couplings = [.. Enumerable.Range(1, 1000).Select(Pair)];

        await store.CommitAsync(new StateChange { Couplings = couplings, NewlyCoupled = couplings, Now = default }, CancellationToken.None);

        Assert.Equal(1000, (await store.Couplings.CountAsync("CUSTOMER", CancellationToken.None)).Couplings);
    }

    private static CouplingState Pair(int number) => new()
    {
        Mapping = "CUSTOMER",
        Family = "customers|account",
        BcId = new Guid(number, 0, 0, new byte[8]),
        SalesId = new Guid(number, 1, 0, new byte[8]),
    };

    private object? Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={home.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private List<string> Plan(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={home.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }
}
