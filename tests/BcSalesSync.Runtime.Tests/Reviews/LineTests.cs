using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Reviews;

public sealed class LineTests
{
    [Fact]
    [Trait("Scenario", "FUL-118")]
    public async Task A_line_shows_how_it_goes_and_its_dependants_follow_by_themselves()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.AddCurrencyAsync("ZZEUR", "Other euro", "Z");
        var hold = world.Watch.HoldSalesWrites("transactioncurrencies");

        await world.StartAsync("CURRENCY", "CUSTOMER");
        await hold.Reached;
        var before = (await world.Session.ReviewAsync())["CURRENCY"];
        var job = Assert.Single(await world.JobsAsync("CURRENCY"));
        hold.Release();
        await world.WaitAsync();

        Assert.Equal((FullSyncStatus.Running, SyncOutcome.None), (before.Status, before.ToBusinessCentralStatus));
        Assert.Equal((SyncJobType.FullSync, SyncJobStatus.Running, before.RunId), (job.Type, job.Status, job.RunId));
        var after = await world.Session.ReviewAsync();
        Assert.Equal(
            (FullSyncStatus.Finished, SyncOutcome.Success, SyncOutcome.None, 1),
            (after["CURRENCY"].Status, after["CURRENCY"].ToSalesStatus, after["CURRENCY"].ToBusinessCentralStatus, after["CURRENCY"].Inserted));
        Assert.Equal(2, (await world.JobsAsync("CUSTOMER")).Count(customer => customer.RunId == job.RunId));
        Assert.Equal(4, await world.Session.GetTableMappingsAsync(null, default).CountAsync());
    }

    [Fact]
    [Trait("Scenario", "FUL-120")]
    public async Task Records_that_fail_do_not_fail_the_line_but_show_in_both_directions()
    {
        using var folder = new TemporaryFolder();
        await using var world = await SyncWorld.OpenAsync("cronus", statePath: folder.File("state.db"));
        await FieldRows.InsistAsync(folder.File("state.db"), "CUSTOMER", "primarycontactid");
        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");
        await world.ChangeAsync(new TableMappingChange
        {
            Name = "CUSTOMER",
            BcFilter = "number eq 'C40000' or number eq 'C80000'",
            SalesFilter = "name eq 'Northwind Traders' or name eq 'Wide World Importers'",
        });
        await SetPrimaryContactAsync(world, "Northwind Traders", "Nora Northwind");
        await SetPrimaryContactAsync(world, "Wide World Importers", "Wilma Worldwide");

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER"));

        Assert.Equal((FullSyncStatus.Finished, 0, 4), (line.Status, line.Inserted, line.Failed));
        Assert.Equal((SyncOutcome.Failure, SyncOutcome.Failure), (line.ToSalesStatus, line.ToBusinessCentralStatus));
        Assert.Contains("Get-BcSyncError -Mapping CUSTOMER", line.Message, StringComparison.Ordinal);
        Assert.Equal(FullSyncStatus.Finished, (await world.WaitAsync()).Status);
        Assert.DoesNotContain(await world.JobsAsync(), job => job.Status is SyncJobStatus.Running);
    }

    [Fact]
    [Trait("Scenario", "FUL-123")]
    public async Task A_full_synchronisation_keeps_to_the_filters_and_creates_without_changing_the_mapping()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.ChangeAsync(new TableMappingChange
        {
            Name = "SALESPEOPLE", BcFilter = "email ne null", SalesFilter = "isdisabled eq false and fullname eq 'Jim Olive'",
        });

        var line = Assert.Single(await world.FullSyncAsync(FullSyncAction.FullSync, "SALESPEOPLE"));

        Assert.Equal((FullSyncStatus.Finished, 1), (line.Status, line.Inserted + line.Failed + line.Coupled));
        Assert.Equal(SyncJobType.FullSync, Assert.Single(await world.JobsAsync("SALESPEOPLE")).Type);
        var mapping = await world.Session.GetTableMappingsAsync("SALESPEOPLE", default).SingleAsync();
        Assert.True(mapping.SyncOnlyCoupled);
        Assert.Equal("email ne null", mapping.BcFilter);
    }

    [Fact]
    [Trait("Scenario", "FUL-126")]
    public async Task A_run_of_a_mapping_keeps_away_while_a_full_synchronisation_works_on_it()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        var hold = world.Watch.HoldSalesWrites("contacts");
        await world.StartAsync("CONTACT");
        await hold.Reached;

        var busy = await Assert.ThrowsAsync<SyncException>(() => world.RunAsync("CONTACT"));
        hold.Release();
        var end = await world.WaitAsync();

        Assert.Equal("BcSync.Run.Busy", busy.Error.ErrorId);
        Assert.Equal(FullSyncStatus.Finished, end.Status);
        await world.RunAsync("CONTACT");
        Assert.Equal(SyncJobType.Synchronization, (await world.LastJobAsync("CONTACT", SyncDirection.ToSales)).Type);
    }

    [Fact]
    public async Task Customers_whose_primary_contact_waited_get_it_at_the_end_and_a_second_run_writes_nothing()
    {
        await using var world = await CoupledRecords.OpenAsync();

        var first = await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER", "CONTACT");
        await world.Desk.ResetRequestsAsync();
        var second = await world.FullSyncAsync(FullSyncAction.FullSync, "CUSTOMER", "CONTACT");

        Assert.All(first, line => Assert.Equal((FullSyncStatus.Finished, 0), (line.Status, line.Failed)));
        var customer = await world.Desk.FindAsync("bc", "customers", "number", "C30000");
        var coupling = await world.CouplingAsync("CUSTOMER", customer["id"]!.GetValue<Guid>());
        var contact = await world.SalesIdAsync("CONTACT", "fullname", "Meagan Bond");
        Assert.Equal(contact, (await world.Desk.RowAsync("sales", "accounts", coupling!.SalesId))!["_primarycontactid_value"]?.GetValue<Guid>());
        Assert.All(second, line => Assert.Equal((0, 0, 0), (line.Inserted, line.Modified, line.Failed)));
        Assert.DoesNotContain(await world.Desk.RequestsAsync(), count => count.Method != "GET" && count.Set != "$batch");
    }

    private static async Task SetPrimaryContactAsync(SyncWorld world, string account, string contact) => await world.Desk.SalesAsync("accounts", new
    {
        accountid = await world.SalesIdAsync("CUSTOMER", "name", account),
        primarycontactid = await world.SalesIdAsync("CONTACT", "fullname", contact),
    });
}
