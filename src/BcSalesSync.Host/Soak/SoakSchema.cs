using Npgsql;

namespace BcSalesSync.Host.Soak;

// A schema of the campaign's own in a database, gone after it.
internal sealed class SoakSchema(string connectionString, string name) : IAsyncDisposable
{
    // The connection string of a state in the schema.
    public string ConnectionString { get; } = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = name }.ConnectionString;

    public async Task ClearAsync()
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand($"DROP SCHEMA IF EXISTS \"{name}\" CASCADE");
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync() => await ClearAsync();
}
