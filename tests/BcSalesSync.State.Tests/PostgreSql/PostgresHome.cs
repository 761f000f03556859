using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.PostgreSql;
using BcSalesSync.State.Tests.Contract;
using BcSalesSync.State.Tests.PostgreSql.Server;
using Npgsql;

namespace BcSalesSync.State.Tests.PostgreSql;

/// <summary>A schema of its own in the database of the tests' server.</summary>
public sealed class PostgresHome : IStateHome
{
    private static int count;

    public string Schema { get; } = $"state_{Interlocked.Increment(ref count)}";

    public async Task<string> ConnectionStringAsync() => $"{(await PostgresServer.GetAsync()).ConnectionString};Search Path={Schema}";

    public Task<IStateStore> OpenAsync() => OpenAsync(TimeProvider.System);

    /// <summary>Opens one more store on the same state, as a process of a machine with a clock of its own would.</summary>
    public async Task<IStateStore> OpenAsync(TimeProvider clock) =>
        await PostgreSqlStateStore.OpenAsync(await ConnectionStringAsync(), clock, CancellationToken.None);

    // The clock of the server cannot be moved; the ends of the claims can.
    public Task PassAsync(TimeSpan time) => RunAsync($"UPDATE claims SET until = until - {time.Ticks}");

    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(await ConnectionStringAsync() + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public async Task<object?> RunAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    // It goes with the server.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
