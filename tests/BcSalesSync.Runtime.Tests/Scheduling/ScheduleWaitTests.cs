using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Scheduling;

/// <summary>Entries of the schedule while another run works on what they need first.</summary>
public sealed class ScheduleWaitTests
{
    [Fact]
    public async Task What_refers_to_records_another_run_works_on_waits_for_it_and_stays_due()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.HoldAllButAsync("CUSTOMER", "VENDOR", "CONTACT");
        var (hold, other) = await world.HeldCustomerRunAsync();

        var jobs = await world.RunScheduleAsync();

        Assert.Equal(["VENDOR"], jobs.Select(job => job.Mapping).Distinct());
        Assert.Contains(world.Observer.Warnings, warning => warning.StartsWith("CONTACT waits for CUSTOMER: Another run works", StringComparison.Ordinal));
        Assert.Equal(["CUSTOMER", "CONTACT"], await world.DueAsync());
        hold.Release();
        await other;
        Assert.Equal(["CUSTOMER", "CONTACT"], (await world.RunScheduleAsync()).Select(job => job.Mapping).Distinct());
    }

    [Fact]
    public async Task It_waits_although_what_it_refers_to_is_not_due()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.HoldAllButAsync("CONTACT");
        var (hold, other) = await world.HeldCustomerRunAsync();

        Assert.Empty(await world.RunScheduleAsync());

        Assert.Equal(["CONTACT"], await world.DueAsync());
        hold.Release();
        await other;
    }

    [Fact]
    public async Task What_waits_gets_its_turn_when_the_other_run_ends_meanwhile()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.HoldAllButAsync("CUSTOMER", "VENDOR", "CONTACT");
        var (hold, other) = await world.HeldCustomerRunAsync();
        world.State.Before(
            change => change.Jobs.Any(job => job.Mapping == "VENDOR"),
            async () =>
            {
                hold.Release();
                await other;
            });

        var jobs = await world.RunScheduleAsync();

        Assert.Equal(["VENDOR", "CUSTOMER", "CONTACT"], jobs.Select(job => job.Mapping).Distinct());
        Assert.Empty(await world.DueAsync());
        Assert.DoesNotContain(world.Observer.Warnings, warning => warning.EndsWith("It stays due.", StringComparison.Ordinal));
    }
}
