using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Scheduling;

/// <summary>What is set and remembered of entries.</summary>
public sealed class ScheduleStateTests
{
    [Fact]
    public async Task What_is_set_and_remembered_outlives_the_session()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("state.db");
        await using var world = await SyncWorld.OpenAsync(statePath: path);
        await world.ChangeEntryAsync(new ScheduleChange { Name = "VENDOR", OnHold = true });
        await world.ChangeEntryAsync(new ScheduleChange { Name = "CUSTOMER", IntervalMinutes = 15, IdleMinutes = 20 });
        await world.RunScheduleAsync("CUSTOMER");
        var before = await world.EntryAsync("CUSTOMER");

        await world.ReconnectAsync(path);

        Assert.Equal(before, await world.EntryAsync("CUSTOMER"));
        Assert.Equal((15, 20, world.Clock.GetUtcNow().AddMinutes(20)), (before.IntervalMinutes, before.IdleMinutes, before.NextRun!.Value));
        Assert.Equal(ScheduleState.OnHold, (await world.EntryAsync("VENDOR")).State);
    }

    [Fact]
    public async Task The_status_of_a_mapping_tells_when_its_entry_is_due_next()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.RunScheduleAsync("CUSTOMER");
        await world.ChangeEntryAsync(new ScheduleChange { Name = "VENDOR", OnHold = true });

        var status = await world.Session.GetStatusAsync(null, default).ToDictionaryAsync(line => line.Mapping);

        Assert.NotNull(status["CUSTOMER"].NextRun);
        Assert.Equal((await world.EntryAsync("CUSTOMER")).NextRun, status["CUSTOMER"].NextRun);
        Assert.Null(status["VENDOR"].NextRun);
    }

    [Fact]
    public async Task Another_interval_moves_the_next_run()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.RunScheduleAsync("CUSTOMER");
        var last = (await world.EntryAsync("CUSTOMER")).LastRun!.Value;
        world.Clock.Advance(TimeSpan.FromMinutes(3));

        var entry = await world.ChangeEntryAsync(new ScheduleChange { Name = "CUSTOMER", IdleMinutes = 5 });

        Assert.Equal(last.AddMinutes(5), entry.NextRun);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, -1)]
    public async Task Times_that_make_no_sense_are_refused(int? interval, int? idle)
    {
        await using var world = await SyncWorld.OpenAsync();

        var problem = await Assert.ThrowsAsync<SyncException>(
            () => world.ChangeEntryAsync(new ScheduleChange { Name = "CUSTOMER", IntervalMinutes = interval, IdleMinutes = idle }));

        Assert.Equal("BcSync.Schedule.BadInterval", problem.Error.ErrorId);
        Assert.Equal((30, 720), ((await world.EntryAsync("CUSTOMER")).IntervalMinutes, (await world.EntryAsync("CUSTOMER")).IdleMinutes));
    }

    [Fact]
    public async Task An_entry_that_is_not_there_cannot_be_changed()
    {
        await using var world = await SyncWorld.OpenAsync();

        var problem = await Assert.ThrowsAsync<SyncException>(() => world.ChangeEntryAsync(new ScheduleChange { Name = "PROCESS-QUOTES", OnHold = true }));

        Assert.Equal("BcSync.Schedule.NoSuchEntry", problem.Error.ErrorId);
    }

    [Fact]
    public async Task Entries_come_with_the_intervals_of_their_kind()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.Session.SetSetupAsync(
            new SetupChange
            {
                SalesOrderIntegration = SalesOrderIntegration.OneWay, AutoCreateSalesOrders = true, AutoProcessQuotes = true, ItemAvailability = true,
            },
            default);

        var entries = (await world.Session.Schedule.GetAsync(null, default).ToListAsync()).ToDictionary(entry => entry.Name);

        Assert.All(
            ["CREATE-ORDERS", "PROCESS-QUOTES", "ITEM-AVAILABILITY", "CUSTOMER-STATISTICS"],
            name => Assert.Equal((30, 30), (entries[name].IntervalMinutes, entries[name].IdleMinutes)));
        Assert.Equal((7, 7), (entries["ORDER-STATUS"].IntervalMinutes, entries["ORDER-STATUS"].IdleMinutes));
        Assert.Equal((30, 1440), (entries["ITEM-PRODUCT"].IntervalMinutes, entries["ITEM-PRODUCT"].IdleMinutes));
    }
}
