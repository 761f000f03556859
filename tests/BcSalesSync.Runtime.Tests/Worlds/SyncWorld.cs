using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Runtime.Connections;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Two simulated systems, a clock that stands still, and a session over them: everything goes through HTTP and the public door.</summary>
internal sealed class SyncWorld : IAsyncDisposable
{
    private readonly SandboxHandler handler;
    private readonly HttpClient control;

    private SyncWorld(SandboxHandler handler, ManualClock clock)
    {
        this.handler = handler;
        control = new HttpClient(handler, disposeHandler: false) { BaseAddress = SandboxOptions.ControlAddress };
        Desk = new SandboxDesk(control);
        Clock = clock;
    }

    public SandboxDesk Desk { get; }

    public ManualClock Clock { get; }

    public ISyncSession Session { get; private set; } = null!;

    public HeardObserver Observer { get; } = new();

    /// <summary>Lets a test hold requests of the sessions on their way.</summary>
    public RequestWatch Watch { get; } = new();

    /// <summary>Lets a test do something just before the main session saves.</summary>
    public StateWatch State { get; } = new();

    /// <summary>Opens a world; mappings are set up unless asked otherwise.</summary>
    public static async Task<SyncWorld> OpenAsync(
        string seed = "empty", int tier = 2, string? statePath = null, bool setUp = true, OwnershipModel ownership = OwnershipModel.Person,
            bool solutions = true)
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var handler = new SandboxHandler(new SandboxOptions { Seed = seed, Tier = tier, BusinessCentralSolutions = solutions, TimeProvider = clock });
        var world = new SyncWorld(handler, clock);
        world.Session = await world.ConnectAsync(statePath, world.State.Over);
        if (setUp)
            await world.Session.InitializeAsync(new InitializeRequest { OwnershipModel = ownership }, world.Observer, default).CountAsync();
        return world;
    }

    /// <summary>Ends the session and opens another one on the same systems and state, as a new process would.</summary>
    public async Task ReconnectAsync(string? statePath)
    {
        await Session.DisposeAsync();
        Session = await ConnectAsync(statePath, State.Over);
    }

    /// <summary>A second session on the same systems, with a state of its own or the same file.</summary>
    public Task<ISyncSession> ConnectAnotherAsync(string? statePath, StateWatch? state = null) =>
        ConnectAsync(statePath, (state ?? new StateWatch()).Over);

    /// <summary>A session on the same systems and state file that is one of several workers.</summary>
    public Task<ISyncSession> ConnectWorkerAsync(string statePath, IPartitionHost? partitions, Func<IStateStore, IStateStore>? state = null) =>
        ConnectAsync(statePath, state ?? (store => store), partitions);

    /// <summary>A way to the systems for a session of a test's own, under other addresses.</summary>
    public HttpMessageHandler Through(Func<Uri, Uri> address) => new ForwardingHandler(handler, request =>
    {
        request.RequestUri = address(request.RequestUri!);
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        Watch.Release();
        State.Wake();
        await Session.DisposeAsync();
        control.Dispose();
        handler.Dispose();
    }

    private Task<ISyncSession> ConnectAsync(string? statePath, Func<IStateStore, IStateStore> state, IPartitionHost? partitions = null) =>
        SyncSessionFactory.OpenAsync(
            new ConnectionSettings { Sandbox = true, StatePath = statePath },
            Observer,
            new SessionGround { Clock = Clock, Network = new ForwardingHandler(handler, Watch.PassAsync), State = state, Partitions = partitions },
            default);
}
