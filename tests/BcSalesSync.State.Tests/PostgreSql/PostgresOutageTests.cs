using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.State.PostgreSql;
using BcSalesSync.State.Tests.PostgreSql.Server;
using BcSalesSync.State.Tests.PostgreSql.Skipping;

namespace BcSalesSync.State.Tests.PostgreSql;

/// <summary>A server that goes away under an open state.</summary>
[NeedsPostgres]
public sealed class PostgresOutageTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly PostgresHome home = new();
    private readonly PauseWatch pauses = new();
    private Gateway gateway = null!;
    private PostgreSqlStateStore store = null!;

    public async Task InitializeAsync()
    {
        var server = await PostgresServer.GetAsync();
        gateway = new Gateway(server.Port);
        gateway.Open();
        var through = (await home.ConnectionStringAsync()).Replace($"Port={server.Port}", $"Port={gateway.Port}", StringComparison.Ordinal);
        store = await PostgreSqlStateStore.OpenAsync(through, pauses, CancellationToken.None);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task What_is_saved_while_the_server_starts_anew_waits_for_it_and_is_saved_once()
    {
        await gateway.ShutAsync();

        var saving = store.CommitAsync(Logging("meanwhile"), CancellationToken.None);
        await pauses.Begun;
        gateway.Open();
        await saving;

        var logged = await store.Runs.ErrorsAsync(new ErrorQuery(), CancellationToken.None).ToListAsync();
        Assert.Equal("meanwhile", Assert.Single(logged).Message);
    }

    [Fact]
    public async Task Whoever_does_not_want_to_wait_for_the_server_need_not()
    {
        await gateway.ShutAsync();
        using var stop = new CancellationTokenSource();

        var saving = store.CommitAsync(Logging("never"), stop.Token);
        await pauses.Begun;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
    }

    private static StateChange Logging(string message) => new()
    {
        Errors =
        [
            new BcSyncError
            {
                Time = Now, Class = FailureClass.Data, ErrorId = "BcSync.Record.Refused", Message = message, RecommendedAction = "Correct it.",
            },
        ],
        Now = Now,
    };
}
