using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Limits;

/// <summary>A synchronisation stays below what the services allow, however long it takes then.</summary>
public sealed class EnforcedLimitTests
{
    private const int Customers = 300;

    [Fact]
    public async Task A_full_synchronisation_that_knows_the_limits_finishes_without_one_refused_request()
    {
        using var world = new LimitedWorld(Customers, bcRequests: 40, salesRequests: 20);
        await using var session = await world.OpenAsync();

        AssertInStep(await world.FullSyncAsync(session));

        Assert.Empty(await world.Desk.RejectedAsync());
        Assert.True(world.Windows >= 2, $"Only {world.Windows} windows passed: nothing had to wait.");
    }

    [Fact]
    public async Task Execution_time_is_kept_below_the_limit_as_well()
    {
        using var world = new LimitedWorld(Customers, bcRequests: 6000, salesRequests: 6000, TimeSpan.FromSeconds(10));
        await using var session = await world.OpenAsync();

        AssertInStep(await world.FullSyncAsync(session));

        Assert.Empty(await world.Desk.RejectedAsync());
        Assert.True(world.Windows >= 3, $"Only {world.Windows} windows passed: nothing had to wait.");
    }

    [Fact]
    public async Task A_full_synchronisation_that_does_not_know_the_limits_finishes_nevertheless()
    {
        using var world = new LimitedWorld(Customers, bcRequests: 400, salesRequests: 20);
        await using var session = await world.OpenAsync(isWarned: false);

        AssertInStep(await world.FullSyncAsync(session));

        Assert.NotEmpty(await world.Desk.RejectedAsync());
    }

    [Fact]
    public async Task Two_applications_take_less_time_than_one()
    {
        var alone = await TimeAsync();
        var together = await TimeAsync(LimitedWorld.Second);

        Assert.True(together < alone, $"{together} together, {alone} alone.");
    }

    private static async Task<TimeSpan> TimeAsync(params string[] additional)
    {
        using var world = new LimitedWorld(Customers, bcRequests: 20, salesRequests: 6000);
        await using var session = await world.OpenAsync(isWarned: true, additional);
        AssertInStep(await world.FullSyncAsync(session));
        Assert.Empty(await world.Desk.RejectedAsync());
        return world.Elapsed;
    }

    private static void AssertInStep(IReadOnlyList<BcFullSyncLine> lines)
    {
        Assert.All(lines, line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
        Assert.Equal(Customers, Assert.Single(lines, line => line.Mapping == "CUSTOMER").Inserted);
    }
}
