using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.PostgreSql;
using BcSalesSync.State.Tests.PostgreSql.Skipping;

namespace BcSalesSync.State.Tests.PostgreSql;

[NeedsPostgres]
public sealed class PostgresSchemaTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly PostgresHome home = new();

    private static CancellationToken None => CancellationToken.None;

    public Task InitializeAsync() => home.ConnectionStringAsync();

    public ValueTask DisposeAsync() => home.DisposeAsync();

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Many_may_open_a_new_schema_at_the_same_time()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => home.OpenAsync()));

        var kept = await Task.WhenAll(stores.Select((store, number) => store.KeepSettingAsync("systems", $"value {number}", None)));
        foreach (var store in stores)
            await store.DisposeAsync();
        Assert.Single(kept.Distinct());
        Assert.Equal(1L, await home.RunAsync("SELECT count(*) FROM bcsalessync_version"));
    }

    [Fact]
    public async Task A_schema_that_exists_and_is_empty_is_taken()
    {
        await home.RunAsync($"CREATE SCHEMA {home.Schema}");

        await (await home.OpenAsync()).DisposeAsync();

        Assert.Equal(1L, await home.RunAsync("SELECT count(*) FROM bcsalessync_version"));
    }

    [Fact]
    public async Task A_schema_of_an_earlier_version_is_brought_up_to_date_with_what_it_holds()
    {
        await home.RunAsync($"CREATE SCHEMA {home.Schema}");
        foreach (var name in new[] { "001-initial", "002-slices", "003-scheduler" })
            await home.RunAsync(await ScriptAsync(name));
        await home.RunAsync("""
            CREATE TABLE bcsalessync_version (version integer NOT NULL);
            INSERT INTO bcsalessync_version (version) VALUES (3);
            INSERT INTO couplings (mapping, family, bc_id, sales_id, bc_no_key, sales_name_key, to_sales_result, to_bc_result, skipped, revision)
            VALUES ('CUSTOMER', 'f', '00000001-0000-0000-0000-000000000000', '00000002-0000-0000-0000-000000000000', '', '', 1, 0, 1,
                    nextval('revisions'))
            """);

        await using var store = await home.OpenAsync();

        var coupling = Assert.Single(await store.Couplings.FindByBcIdAsync("f", [new Guid(1, 0, 0, new byte[8])], None));
        await store.CommitAsync(new StateChange { Couplings = [coupling with { Skipped = false }], Now = default }, None);
        Assert.Equal(new MappingCounts(1, 0, 0), await store.Couplings.CountAsync("CUSTOMER", None));
    }

    [Fact]
    public async Task A_schema_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await (await home.OpenAsync()).DisposeAsync();
        await home.RunAsync("UPDATE bcsalessync_version SET version = 99");

        var refused = await Assert.ThrowsAsync<SyncException>(() => home.OpenAsync());

        Assert.Equal("BcSync.State.NewerSchema", refused.Error.ErrorId);
        Assert.Contains("99", refused.Message, StringComparison.Ordinal);
        Assert.Equal(99, await home.RunAsync("SELECT version FROM bcsalessync_version"));
    }

    [Fact]
    public async Task A_schema_of_another_application_is_refused_and_left_as_it_is()
    {
        await home.RunAsync($"CREATE SCHEMA {home.Schema}; CREATE TABLE notes (text text)");

        var refused = await Assert.ThrowsAsync<SyncException>(() => home.OpenAsync());

        Assert.Equal("BcSync.State.Foreign", refused.Error.ErrorId);
        Assert.Contains(home.Schema, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await home.RunAsync($"SELECT count(*) FROM pg_tables WHERE schemaname = '{home.Schema}'"));
    }

    [Fact]
    public async Task Each_schema_is_a_state_of_its_own()
    {
        await using var store = await home.OpenAsync();
        var elsewhere = new PostgresHome();
        await using (var other = await elsewhere.OpenAsync())
        {
            await store.KeepSettingAsync("systems", "here", None);

            Assert.Null(await other.GetSettingAsync("systems", None));
        }

        await elsewhere.DisposeAsync();
    }

    [Fact]
    public async Task The_place_is_told_without_user_and_password()
    {
        await using var store = (PostgreSqlStateStore)await home.OpenAsync();

        Assert.Matches($"^postgresql://127\\.0\\.0\\.1:[0-9]+/postgres/{home.Schema}$", store.Place);
    }

    [Fact]
    public async Task A_store_goes_on_after_the_server_has_cut_its_connections()
    {
        await using var store = await home.OpenAsync();
        await Task.WhenAll(Enumerable.Range(1, 4).Select(number => store.KeepSettingAsync($"{number}", "before", None)));
        await home.RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%settings%' AND pid <> pg_backend_pid()");

        await store.CommitAsync(new StateChange { Settings = new Dictionary<string, string> { ["1"] = "after" }, Now = default }, None);

        Assert.Equal("after", await store.GetSettingAsync("1", None));
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = await home.OpenAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.GetSettingAsync("setup", None));
    }

    [Fact]
    public async Task A_character_that_the_database_has_no_place_for_keeps_nothing_from_being_saved()
    {
        await using var store = await home.OpenAsync();

        await store.KeepSettingAsync("setup", "a\0b", None);

        Assert.Equal("a\uFFFDb", await store.GetSettingAsync("setup", None));
    }

    [Theory]
    [InlineData("SELECT * FROM couplings WHERE family = 'f' AND bc_id = ANY('{1}')")]
    [InlineData("SELECT * FROM couplings WHERE family = 'f' AND sales_id = ANY('{1}')")]
    [InlineData("SELECT * FROM couplings WHERE family = 'f' AND bc_no_key = ANY('{1}')")]
    [InlineData("SELECT * FROM couplings WHERE mapping = 'm' AND (bc_no_key, place) > ('', 0) ORDER BY bc_no_key, place LIMIT 9")]
    [InlineData("SELECT * FROM couplings WHERE (mapping, bc_no_key, place) > ('', '', 0) ORDER BY mapping, bc_no_key, place LIMIT 9")]
    [InlineData("UPDATE couplings SET error = 'e' FROM (VALUES ('f', 'b', 's', 1)) AS given (family, bc_id, sales_id, made_from) "
        + "WHERE couplings.revision = given.made_from AND couplings.family = given.family AND couplings.bc_id = given.bc_id "
        + "AND couplings.sales_id = given.sales_id")]
    [InlineData("DELETE FROM couplings WHERE family = 'f' AND (bc_id = 'b' OR sales_id = 's') AND revision = 1")]
    [InlineData("SELECT * FROM jobs WHERE mapping = 'm' AND (started, place) < (9, 9) ORDER BY started DESC, place DESC LIMIT 9")]
    public async Task Lookups_of_large_tables_use_an_index(string query)
    {
        await (await home.OpenAsync()).DisposeAsync();

        var plan = (string)(await home.RunAsync($"SET enable_seqscan = off; EXPLAIN (FORMAT JSON) {query}"))!;

        Assert.Contains("Index Cond", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Sort\"", plan, StringComparison.Ordinal);
    }

    private static async Task<string> ScriptAsync(string name)
    {
        using var reader = new StreamReader(
            typeof(PostgreSqlStateStore).Assembly.GetManifestResourceStream($"BcSalesSync.State.PostgreSql.Schema.{name}.sql")!);
        return await reader.ReadToEndAsync();
    }
}
