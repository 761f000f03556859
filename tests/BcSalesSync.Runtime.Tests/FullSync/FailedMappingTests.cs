using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.FullSync;

public sealed class FailedMappingTests
{
    [Fact]
    public async Task A_mapping_that_fails_as_a_whole_blocks_its_dependants_until_a_resume_after_the_cause_is_gone()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync("cronus", statePath: folder.File("state.db"));
        await world.Session.CoupleSalespeopleAsync();
        await FieldRows.DisableAsync(folder.File("state.db"), "CURRENCY");

        await world.StartAsync();
        var failed = await world.WaitAsync();
        var review = await world.Session.ReviewAsync();
        await FieldRows.EnableAsync(folder.File("state.db"), "CURRENCY");
        var resumed = await world.Session.ResumeToEndAsync();

        Assert.Equal(FullSyncStatus.Failed, failed.Status);
        Assert.Equal(FullSyncStatus.Finished, review["SALESPEOPLE"].Status);
        Assert.All(["CURRENCY", "CUSTOMER", "CONTACT"], mapping => Assert.Equal(FullSyncStatus.Failed, review[mapping].Status));
        Assert.Contains("no enabled field mapping", review["CURRENCY"].Message, StringComparison.Ordinal);
        Assert.Equal("Not started: waits for CURRENCY, which did not finish.", review["CUSTOMER"].Message);
        Assert.Equal("Not started: waits for CUSTOMER, VENDOR, which did not finish.", review["CONTACT"].Message);
        Assert.Equal((failed.RunId, FullSyncStatus.Finished), (resumed.RunId, resumed.Status));
        var healed = await world.Session.ReviewAsync();
        Assert.All(["CURRENCY", "CUSTOMER", "CONTACT"], mapping =>
            Assert.Equal((FullSyncStatus.Finished, 0), (healed[mapping].Status, healed[mapping].Failed)));
    }

    [Fact]
    public async Task A_system_that_refuses_a_mapping_fails_its_line_and_a_resume_goes_on_there()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var hold = world.Watch.HoldSalesWrites("accounts");
        await world.StartAsync("CUSTOMER", "CONTACT");
        await hold.Reached;
        await world.Desk.FaultAsync(new { system = "sales", method = "GET", path = "accounts", status = 403, times = 1000, when = "before" });
        hold.Release();

        var failed = await world.WaitAsync();
        var states = await world.Session.StatesAsync();
        await world.Desk.ClearFaultsAsync();
        await world.Session.ResumeToEndAsync();

        Assert.Equal((FullSyncStatus.Failed, "CUSTOMER=Failed CONTACT=Failed"), (failed.Status, states));
        Assert.Equal("CUSTOMER=Finished CONTACT=Finished", await world.Session.StatesAsync());
    }
}
