using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Inspection;

public sealed class JobClearingTests
{
    [Fact]
    public async Task Old_jobs_go_and_young_ones_stay()
    {
        await using var world = await CoupledRecords.OpenAsync();
        world.Clock.Advance(TimeSpan.FromDays(8));
        await world.RunAsync("CURRENCY");
        var old = (await world.JobsAsync()).Count - (await world.JobsAsync("CURRENCY")).Count(job => job.Started > world.Clock.GetUtcNow().AddDays(-1));

        var cleared = await world.Session.ClearJobsAsync(new JobClearing(world.Clock.GetUtcNow().AddDays(-7)), default);

        Assert.Equal((old, 0), (cleared.Jobs, cleared.Kept));
        Assert.Equal("CURRENCY", Assert.Single(await world.JobsAsync()).Mapping);
    }

    [Fact]
    public async Task What_a_skipped_coupling_refers_to_stays_with_its_errors()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await world.Desk.BcAsync("salespeoplePurchasers", new { code = "NN", displayName = "New Name" });
        await pair.EditBcAsync(("salespersonCode", "NN"));
        await pair.SyncAsync(SyncDirection.ToSales);
        await pair.SyncAsync(SyncDirection.ToSales);
        Assert.True((await pair.CouplingAsync()).Skipped);
        world.Clock.Advance(TimeSpan.FromDays(8));

        var cleared = await world.Session.ClearJobsAsync(new JobClearing(world.Clock.GetUtcNow()), default);

        Assert.Equal(1, cleared.Kept);
        var kept = Assert.Single(await world.JobsAsync());
        Assert.NotEmpty(await world.Session.GetErrorsAsync(new ErrorQuery { JobId = kept.Id }, default).ToListAsync());
    }

    [Fact]
    public async Task Counting_removes_nothing()
    {
        await using var world = await CoupledRecords.OpenAsync();
        world.Clock.Advance(TimeSpan.FromDays(8));
        var before = (await world.JobsAsync()).Count;

        var preview = await world.Session.PreviewClearJobsAsync(new JobClearing(world.Clock.GetUtcNow()), default);

        Assert.Equal((before, before), (preview.Jobs, (await world.JobsAsync()).Count));
    }
}
