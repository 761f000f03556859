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

    public async Task<IStateStore> OpenAsync() => await PostgreSqlStateStore.OpenAsync(await ConnectionStringAsync(), TimeProvider.System, CancellationToken.None);

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
