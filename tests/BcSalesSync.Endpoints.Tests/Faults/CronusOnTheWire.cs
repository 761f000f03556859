using BcSalesSync.Endpoints.Tests.Wire;

namespace BcSalesSync.Endpoints.Tests.Faults;

/// <summary>Served systems that the cases of a list share; each case leaves them without faults.</summary>
public sealed class CronusOnTheWire : IAsyncLifetime
{
    private int last;

    internal WireSandbox World { get; private set; } = null!;

    internal WireSandbox Reduced { get; private set; } = null!;

    /// <summary>An id nobody has yet.</summary>
    internal Guid NextId() => new(Interlocked.Increment(ref last), 0, 7, new byte[8]);

    public async Task InitializeAsync()
    {
        World = await WireSandbox.StartAsync("cronus");
        Reduced = await WireSandbox.StartAsync("cronus", tier: 0);
    }

    public async Task DisposeAsync()
    {
        await World.DisposeAsync();
        await Reduced.DisposeAsync();
    }
}
