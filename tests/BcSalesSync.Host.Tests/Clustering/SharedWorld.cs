using BcSalesSync.Contracts;
using BcSalesSync.Host.Serving;
using BcSalesSync.Host.Soak;
using BcSalesSync.Sandbox;
using BcSalesSync.State.Tests.PostgreSql.Server;

namespace BcSalesSync.Host.Tests.Clustering;

/// <summary>Served systems, and a state in PostgreSQL that processes share.</summary>
internal sealed class SharedWorld : IAsyncDisposable
{
    private static int count;
    private readonly SandboxServer server;

    private SharedWorld(SandboxServer server, string stateConnection)
    {
        this.server = server;
        StateConnection = stateConnection;
        Control = new SandboxControl(server.SalesAddress);
    }

    public Uri Server => new(server.SalesAddress, "/");

    public string StateConnection { get; }

    public SandboxControl Control { get; }

    public static async Task<SharedWorld> OpenAsync(string seed)
    {
        var server = await SandboxServer.StartAsync(new Uri("http://127.0.0.1:0"), new SandboxOptions { Seed = seed }, CancellationToken.None);
        var database = (await PostgresServer.GetAsync()).ConnectionString;
        return new SharedWorld(server, $"{database};Search Path=workers_{Interlocked.Increment(ref count)}");
    }

    public Task<ISyncSession> ConnectAsync() => SoakSession.OpenAsync(Server, null, StateConnection, CancellationToken.None);

    /// <summary>Looks again and again until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var longest = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await holds())
            await Task.Delay(TimeSpan.FromMilliseconds(200), longest.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        await server.DisposeAsync();
    }
}
