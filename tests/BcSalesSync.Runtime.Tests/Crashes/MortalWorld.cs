using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Connections;
using BcSalesSync.Runtime.Tests.Worlds;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Runtime.Tests.Crashes;

/// <summary>Two systems and a state file that outlive the processes working on them.</summary>
internal sealed class MortalWorld : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bcsync-").FullName;
    private readonly SandboxOptions options;
    private readonly SandboxHandler systems;
    private readonly HttpClient control;

    /// <summary>Opens a world; the systems of one that is to be copied keep what they know in a file.</summary>
    public MortalWorld(string seed, int tier = 2, bool copied = false)
        : this(
            new SandboxOptions { Seed = seed, Tier = tier, TimeProvider = new ManualClock(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)) },
            copied,
            [])
    {
    }

    private MortalWorld(SandboxOptions options, bool copied, IEnumerable<string> files)
    {
        foreach (var file in files)
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        this.options = copied ? options with { DataPath = Path.Combine(folder, "systems.db") } : options;
        systems = new SandboxHandler(this.options);
        control = new HttpClient(systems, disposeHandler: false) { BaseAddress = SandboxOptions.ControlAddress };
        Desk = new SandboxDesk(control);
    }

    public SandboxDesk Desk { get; }

    public string StatePath => Path.Combine(folder, "state.db");

    /// <summary>A world of its own that begins where this one stands, while nobody is at work on this one.</summary>
    public MortalWorld Copy()
    {
        if (options.DataPath is null)
            throw new InvalidOperationException("This world keeps its systems in memory.");
        var own = options with { TimeProvider = new ManualClock(options.TimeProvider.GetUtcNow()) };
        return new MortalWorld(own, copied: true, Directory.EnumerateFiles(folder));
    }

    /// <summary>
    /// One process at work. If its doom comes, it is left as it stands: nothing is ended or closed, and the operating system has forgotten it. Returns whether it lived to the end.
    /// </summary>
    public async Task<bool> LiveAsync(Doom doom, Func<ISyncSession, Task> work)
    {
        var holders = new ProcessHolders(new SystemIdSource());
        var ground = new SessionGround
        {
            Clock = options.TimeProvider, Network = new DoomedHandler(systems, doom), Holders = holders, State = store => new DoomedStore(store, doom),
        };
        var session = await SyncSessionFactory.OpenAsync(
            new ConnectionSettings { Sandbox = true, StatePath = StatePath }, SilentObserver.Instance, ground, default);
        var life = work(session);
        if (await Task.WhenAny(life, doom.Fallen) != life)
        {
            holders.Close();
            return false;
        }

        await life;
        await session.DisposeAsync();
        return true;
    }

    /// <summary>A process that lives on.</summary>
    public async Task LiveAsync(Func<ISyncSession, Task> work) => Assert.True(await LiveAsync(Doom.Never, work));

    public ValueTask DisposeAsync()
    {
        control.Dispose();
        systems.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
