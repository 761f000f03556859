using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Seeds;
using BcSalesSync.Sandbox.Store.Persistence;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox;

// Fills the world when the sandbox starts, and again on a reset.
internal sealed class SandboxState(SandboxWorld world, IReadOnlyList<ISimulatedSystem> systems) : IDisposable
{
    private StoreFile? _file;

    public void Start()
    {
        if (world.Options.DataPath is not { } path)
        {
            Load(Named(world.Options.Seed));
            return;
        }

        _file = new StoreFile(path);
        if (_file.Seed is not { } known)
        {
            var seed = Named(world.Options.Seed);
            _file.Begin(seed);
            Load(seed);
        }
        else
        {
            Load(known);
            _file.Replay(world.Store, FindTable);
            world.Clock.Shift = TimeSpan.FromTicks(world.Store.Counter(SandboxWorld.ShiftCounter));
            world.Clock.SalesOffset = TimeSpan.FromTicks(world.Store.Counter(SandboxWorld.OffsetCounter));
        }

        world.Store.Journal = _file;
    }

    // Everything as at the first start: counters, faults and clocks too.
    public void Reset(string? seedName, DateTimeOffset? now)
    {
        var shift = world.Clock.Shift;
        world.Clock.Shift = TimeSpan.Zero;
        if (now is { } wanted)
        {
            world.Clock.Set(wanted);
        }

        if (Seed.Find(seedName ?? world.Options.Seed, world.Clock.BcNow) is not { } seed)
        {
            world.Clock.Shift = shift;
            throw new ControlException($"There is no seed '{seedName}': use empty, cronus or scale:N.");
        }

        world.Clock.SalesOffset = TimeSpan.Zero;
        world.Requests.Clear();
        world.Faults.Clear();
        world.Privileges.Clear();
        world.Store.Journal = null;
        Load(seed);
        world.Store.SetCounter(SandboxWorld.ShiftCounter, world.Clock.Shift.Ticks);
        if (_file is not null)
        {
            _file.Begin(seed);
            world.Store.Journal = _file;
            world.Store.Save([]);
        }
    }

    public void Dispose() => _file?.Dispose();

    private Seed Named(string name) => Seed.Find(name, world.Clock.BcNow)
        ?? throw new ArgumentException($"There is no seed '{name}': use empty, cronus or scale:N.");

    private Table? FindTable(string system, string name) => systems.FirstOrDefault(candidate => candidate.Name == system)?.Tables
        .FirstOrDefault(table => table.Name == name);

    private void Load(Seed seed)
    {
        world.Store.Clear();
        using var work = world.Store.Begin();
        foreach (var system in systems)
        {
            system.Load(seed, work);
        }

        work.Commit();
    }
}
