using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Connections;

public sealed class SandboxSeedTests
{
    [Theory]
    [InlineData("banana")]
    [InlineData("scale:many")]
    public async Task A_seed_that_does_not_exist_is_refused_with_those_that_do(string seed)
    {
        var settings = new ConnectionSettings { Sandbox = true, Seed = seed };

        var refused = await Assert.ThrowsAsync<SyncException>(() => SyncSessionFactory.OpenAsync(
            settings, new HeardObserver(), new ManualClock(DateTimeOffset.UnixEpoch), null, default));

        Assert.Equal("BcSync.Connection.InvalidSeed", refused.Error.ErrorId);
        Assert.Contains("cronus", refused.Error.RecommendedAction, StringComparison.Ordinal);
    }
}
