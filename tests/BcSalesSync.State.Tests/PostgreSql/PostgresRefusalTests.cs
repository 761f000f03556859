using BcSalesSync.Contracts;
using BcSalesSync.State.PostgreSql;
using BcSalesSync.State.Tests.PostgreSql.Server;
using BcSalesSync.State.Tests.PostgreSql.Skipping;

namespace BcSalesSync.State.Tests.PostgreSql;

/// <summary>Why a database cannot be used, each time with a next step and never with the password.</summary>
[NeedsPostgres]
public sealed class PostgresRefusalTests
{
    private const string Secret = "s3cr3t-word";

    [Fact]
    public async Task A_wrong_password_is_refused() =>
        await RefusedAsync($"{await ServerAsync()};Password={Secret}", "BcSync.State.SignInRefused", "PGPASSFILE");

    [Fact]
    public async Task A_database_that_is_not_there_is_to_be_created() =>
        await RefusedAsync($"{await ServerAsync()};Database=nowhere", "BcSync.State.DatabaseMissing", "CREATE DATABASE nowhere");

    [Fact]
    public async Task A_server_that_does_not_encrypt_is_refused_where_encryption_was_asked_for() =>
        await RefusedAsync($"{await ServerAsync()};SSL Mode=Require", "BcSync.State.Tls", "ssl");

    [Fact]
    public async Task A_user_who_may_not_create_the_schema_is_told_which_right_is_missing()
    {
        var home = new PostgresHome();
        await home.RunAsync($"CREATE ROLE guest LOGIN PASSWORD '{Secret}'");

        await RefusedAsync(
            $"{await ServerAsync()};Username=guest;Password={Secret}", "BcSync.State.NoRight", "Grant the user CREATE on the database postgres");

        await home.RunAsync("DROP ROLE guest");
    }

    [Fact]
    public Task A_server_that_is_not_there_may_be_there_later() => RefusedAsync(
        $"Host=127.0.0.1;Port=1;Database=sync;Username=sync;Password={Secret}", "BcSync.State.Unreachable", "-StateConnectionString");

    [Theory]
    [InlineData("Disable")]
    [InlineData("Allow")]
    [InlineData("Prefer")]
    public Task Nothing_is_sent_unencrypted_over_the_network(string mode) => RefusedAsync(
        $"Host=db.example.com;Database=sync;Username=sync;Password={Secret};SslMode={mode}", "BcSync.State.Unencrypted", "VerifyFull");

    [Fact]
    public Task One_host_of_several_that_is_elsewhere_is_enough_to_want_encryption() => RefusedAsync(
        $"Host=localhost,db.example.com;Database=sync;Username=sync;Password={Secret};SSL Mode=Prefer", "BcSync.State.Unencrypted", "VerifyFull");

    [Theory]
    [InlineData($"Host=localhost;Database=sync;Password=a;{Secret}=b")]
    [InlineData($"Host=localhost;Database=sync;Password={Secret};Port=many")]
    [InlineData($"{Secret}")]
    [InlineData($"Database=sync;Password={Secret}")]
    [InlineData($"Host=localhost;Password={Secret}")]
    [InlineData($"Host=localhost;Database=sync;Password={Secret};Search Path=a,b")]
    [InlineData($"Host=localhost;Database=sync;Password={Secret};Search Path=a\"b")]
    public Task A_connection_string_that_cannot_be_used_is_not_repeated(string connectionString) =>
        RefusedAsync(connectionString, "BcSync.State.ConnectionString", "bcsalessync|Host=db.example.com");

    [Theory]
    [InlineData("Host=db.example.com", "VerifyFull")]
    [InlineData("Host=db.example.com:5433", "VerifyFull")]
    [InlineData("Host=10.0.0.1", "VerifyFull")]
    [InlineData("Host=db.example.com;SslMode=Require", "Require")]
    [InlineData("Host=localhost", "Prefer")]
    [InlineData("Host=127.0.0.1", "Prefer")]
    [InlineData("Host=::1", "Prefer")]
    [InlineData("Host=/var/run/postgresql", "Prefer")]
    public void A_server_elsewhere_has_to_prove_who_it_is_unless_something_else_was_asked_for(string given, string mode)
    {
        var address = PostgreSqlAddress.Parse(given + ";Database=sync;Username=sync");

        using var source = address.Build();
        Assert.Equal(mode, new Npgsql.NpgsqlConnectionStringBuilder(source.ConnectionString).SslMode.ToString());
    }

    private static async Task<string> ServerAsync() => (await PostgresServer.GetAsync()).ConnectionString + ";Search Path=refused";

    private static async Task RefusedAsync(string connectionString, string id, string next)
    {
        var refused = await Assert.ThrowsAsync<SyncException>(() => PostgreSqlStateStore.OpenAsync(connectionString, TimeProvider.System, CancellationToken.None));

        Assert.Equal(id, refused.Error.ErrorId);
        Assert.Matches(next, refused.Error.RecommendedAction);
        Assert.DoesNotContain(Secret, refused.ToString() + refused.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(PostgresServer.Password, refused.ToString() + refused.Error, StringComparison.OrdinalIgnoreCase);
    }
}
