using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Passes;

public sealed class WatermarkTests
{
    [Fact]
    [Trait("Scenario", "ENG-115")]
    public async Task A_record_changed_in_the_very_instant_of_the_last_run_is_not_missed()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await world.Desk.BcAsync("customers", new { id = pair.BcId, city = "Ely" });
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        await world.Desk.BcAsync("customers", new { id = pair.BcId, city = "Bath" });

        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        Assert.Equal("Bath", await pair.SalesAsync("address1_city"));
    }

    [Fact]
    [Trait("Scenario", "ENG-115")]
    public async Task A_run_in_one_direction_leaves_the_changes_of_the_other_side_to_be_read()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("city", "Ely"));
        await pair.EditSalesAsync(("telephone1", "555 0177"));

        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral);

        Assert.Equal(("Ely", "555 0177"), (await pair.SalesAsync("address1_city"), await pair.BcAsync("phoneNumber")));
    }

    [Fact]
    [Trait("Scenario", "ENG-116")]
    public async Task A_run_reads_only_rows_changed_since_the_last_one()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var first = await world.CustomerInStepAsync();
        var second = await world.CustomerInStepAsync("C20000", "Trey Research");
        await first.EditSalesAsync(("fax", "111"));
        await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral);
        await second.EditSalesAsync(("fax", "222"));

        var result = Assert.Single(await world.RunAsync("CUSTOMER", SyncDirection.ToBusinessCentral));

        Assert.Equal(second.SalesId, result.SalesId);
        Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
    }

    [Theory]
    [InlineData("PT0S")]
    [InlineData("-PT5M")]
    public async Task Pairs_in_step_are_not_read_again(string salesOffset)
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.Desk.SalesOffsetAsync(salesOffset);
        await world.CustomerInStepAsync();
        await world.ContactInStepAsync("CT000201", "Robert Townes");
        for (var round = 0; round < 2; round++)
        {
            await world.RunAsync("CUSTOMER");
            await world.RunAsync("CONTACT");
        }

        foreach (var mapping in new[] { "CUSTOMER", "CONTACT" })
        {
            Assert.Equal("", await world.CountsAsync(mapping, SyncDirection.ToSales));
            Assert.Equal("", await world.CountsAsync(mapping, SyncDirection.ToBusinessCentral));
        }
    }

    [Fact]
    [Trait("Scenario", "ENG-175")]
    public async Task A_full_synchronisation_takes_up_what_a_clock_a_year_ahead_might_hide()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.Desk.SalesOffsetAsync("P365D");
        var pair = await world.CustomerInStepAsync();
        await pair.EditSalesAsync(("fax", "111"));
        await world.RunAsync("CUSTOMER");
        await world.Desk.SalesOffsetAsync("PT0S");
        await pair.EditSalesAsync(("fax", "222"));

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed));
        Assert.Equal("222", await pair.BcAsync("faxNumber"));
        Assert.Empty(await world.RunAsync("CUSTOMER"));
    }

    [Fact]
    public async Task A_run_sees_changes_although_an_earlier_one_ran_with_a_clock_a_year_ahead()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.Desk.SalesOffsetAsync("P365D");
        var pair = await world.CustomerInStepAsync();
        await pair.EditSalesAsync(("fax", "111"));
        await world.RunAsync("CUSTOMER");
        await world.Desk.SalesOffsetAsync("PT0S");
        await pair.EditSalesAsync(("fax", "222"));

        await world.RunAsync("CUSTOMER");

        Assert.Equal("222", await pair.BcAsync("faxNumber"));
    }
}
