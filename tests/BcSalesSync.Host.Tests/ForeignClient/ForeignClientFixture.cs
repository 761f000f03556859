using BcSalesSync.Host.Tests.Serving;

namespace BcSalesSync.Host.Tests.ForeignClient;

/// <summary>One run of the script against a served sandbox, for the tests of all its steps.</summary>
public sealed class ForeignClientFixture : IAsyncLifetime
{
    /// <summary>What the script wrote, a line a step.</summary>
    internal IReadOnlyList<string> Lines { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (NodePackage.WhyMissing is not null)
            return;
        await using var served = await ServedSandbox.StartAsync();
        Lines = await NodePackage.RunAsync(new Uri(served.Sales, "../../../"));
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
