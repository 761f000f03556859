using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Passes;

public sealed class AllMappingsTests
{
    [Fact]
    [Trait("Scenario", "SET-118")]
    public async Task Synchronising_without_naming_a_mapping_leaves_one_job_a_mapping_and_direction_in_the_order_of_the_mappings()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var before = (await world.JobsAsync()).Select(job => job.Id).ToHashSet();

        await world.Session.SyncNowAsync(new SyncNowRequest(), world.Observer, default).ToListAsync();

        var mappings = await world.Session.GetTableMappingsAsync(null, default).ToListAsync();
        var jobs = (await world.JobsAsync()).Where(job => !before.Contains(job.Id)).Reverse().Select(job => $"{job.Mapping} {job.Direction}");
        Assert.Equal(mappings.SelectMany(Passes), jobs);
    }

    private static IEnumerable<string> Passes(BcTableMapping mapping) =>
        new[] { SyncDirection.ToSales, SyncDirection.ToBusinessCentral }
            .Where(direction => mapping.Direction == direction || mapping.Direction is SyncDirection.Both)
            .Select(direction => $"{mapping.Name} {direction}");
}
