using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Scheduling;

/// <summary>Jobs come and go with their switches.</summary>
public sealed class ScheduleSwitchTests
{
    [Theory]
    [InlineData("CREATE-ORDERS")]
    [InlineData("PROCESS-QUOTES")]
    [Trait("Scenario", "SET-124")]
    public async Task A_job_is_there_while_its_switch_is_on_whatever_is_reset(string job)
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.OneWay }, default);
        Assert.Null(await world.FindEntryAsync(job));

        await SwitchAsync(world, job, true);
        Assert.Equal(ScheduleState.Ready, (await world.EntryAsync(job)).State);
        await ResetAsync(world);
        Assert.NotNull(await world.FindEntryAsync(job));
        await SwitchAsync(world, job, false);
        Assert.Null(await world.FindEntryAsync(job));
        await ResetAsync(world);
        Assert.Null(await world.FindEntryAsync(job));
    }

    [Fact]
    [Trait("Scenario", "AVL-102")]
    public async Task The_job_of_the_stock_is_there_while_its_switch_is_on()
    {
        await using var world = await SyncWorld.OpenAsync();
        await SwitchAsync(world, "ITEM-AVAILABILITY", true);
        Assert.NotNull(await world.FindEntryAsync("ITEM-AVAILABILITY"));

        await SwitchAsync(world, "ITEM-AVAILABILITY", false);

        Assert.Null(await world.FindEntryAsync("ITEM-AVAILABILITY"));
    }

    [Fact]
    public async Task A_reset_brings_the_schedule_back_as_well()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.ChangeEntryAsync(new ScheduleChange { Name = "CUSTOMER", IntervalMinutes = 5, IdleMinutes = 0, OnHold = true });
        await world.ChangeEntryAsync(new ScheduleChange { Name = "VENDOR", OnHold = true });

        await world.Session.InitializeAsync(new InitializeRequest { Reset = true, Mappings = ["CUSTOMER"] }, world.Observer, default).CountAsync();

        var entry = await world.EntryAsync("CUSTOMER");
        Assert.Equal((30, 720, ScheduleState.Ready), (entry.IntervalMinutes, entry.IdleMinutes, entry.State));
        Assert.Equal(ScheduleState.OnHold, (await world.EntryAsync("VENDOR")).State);
    }

    [Fact]
    public async Task A_mapping_that_is_switched_off_is_not_in_the_schedule()
    {
        await using var world = await SyncWorld.OpenAsync();

        await world.ChangeAsync(new TableMappingChange { Name = "VENDOR", Enabled = false });

        Assert.Null(await world.FindEntryAsync("VENDOR"));
        Assert.NotNull(await world.FindEntryAsync("CUSTOMER"));
    }

    [Theory]
    [InlineData("ITEM-PRICE")]
    [InlineData("SALESPRC-PRODPRICE")]
    [InlineData("ORDER-NOTES")]
    public async Task What_depends_on_another_mapping_has_its_own_interval_in_the_schedule(string mapping)
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.Session.SetSetupAsync(new SetupChange { SalesOrderIntegration = SalesOrderIntegration.OneWay }, default);

        var expected = await world.Session.GetTableMappingsAsync(mapping, default).SingleAsync();

        Assert.Equal(expected.IntervalMinutes, (await world.EntryAsync(mapping)).IntervalMinutes);
    }

    private static Task SwitchAsync(SyncWorld world, string job, bool on) => world.Session.SetSetupAsync(
        job switch
        {
            "CREATE-ORDERS" => new SetupChange { AutoCreateSalesOrders = on },
            "PROCESS-QUOTES" => new SetupChange { AutoProcessQuotes = on },
            _ => new SetupChange { ItemAvailability = on },
        },
        default);

    private static async Task ResetAsync(SyncWorld world) =>
        await world.Session.InitializeAsync(new InitializeRequest { Reset = true }, world.Observer, default).CountAsync();
}
