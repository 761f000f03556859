namespace BcSalesSync.Host.Tests.Demo;

/// <summary>One run of the demo for all tests that look at it.</summary>
public sealed class DemoFixture : IAsyncLifetime
{
    internal HostRun Run { get; private set; } = null!;

    public async Task InitializeAsync() => Run = await HostRun.OfAsync("demo");

    public Task DisposeAsync() => Task.CompletedTask;
}
