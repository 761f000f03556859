using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Passes;

public sealed class InterruptedPassTests
{
    [Fact]
    public async Task A_caller_who_wants_no_more_results_leaves_no_job_running()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncOnlyCoupled = false });
        await foreach (var result in world.Session.SyncNowAsync(new SyncNowRequest { Mapping = "CUSTOMER" }, world.Observer, default))
            break;

        Assert.DoesNotContain(await world.Session.GetJobsAsync(new JobQuery(), default).ToListAsync(), job => job.Status is SyncJobStatus.Running);
    }
}
