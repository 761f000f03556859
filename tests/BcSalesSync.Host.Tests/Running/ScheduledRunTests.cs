using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Tests.Running;

/// <summary>The schedule by itself.</summary>
public sealed class ScheduledRunTests : IAsyncLifetime
{
    private RunWorld world = null!;

    public async Task InitializeAsync() => world = await RunWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Entries_run_in_their_order_and_a_change_in_Sales_arrives_while_they_rest()
    {
        await using var service = world.Run();
        await service.Output.SeenAsync(" CUSTOMER-STATISTICS: ");
        await service.HealthAsync(health => health["running"]!.AsArray().Count == 0);
        var began = service.Output.Lines.ToList();
        Assert.True(began.FindIndex(Names("CURRENCY")) < began.FindIndex(Names("CUSTOMER")));
        Assert.True(began.FindIndex(Names("CUSTOMER")) < began.FindIndex(Names("CONTACT")));

        await world.EditAccountAsync("address1_line2", "Second floor");
        world.Clock.Advance(TimeSpan.FromMinutes(31));
        await service.Output.SeenAsync(" CUSTOMER: 0 created, 1 updated");

        Assert.Contains("Second floor", await world.CustomersAsync("addressLine2"));
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact]
    public async Task An_entry_on_hold_is_left_out()
    {
        await world.HoldAsync("CUSTOMER");

        await using var service = world.Run();
        await service.Output.SeenAsync(" CUSTOMER-STATISTICS: ");

        Assert.DoesNotContain(service.Output.Lines, line => Names("CUSTOMER")(line));
    }

    [Fact]
    public async Task An_entry_comes_and_goes_with_its_switch_without_a_restart()
    {
        await using var service = world.Run();
        await service.HealthAsync(health => health["entries"]!.AsArray().Count > 0);

        await SwitchAsync(true);
        await service.HealthAsync(health => EntryOf(health, "PROCESS-QUOTES")?["lastRun"] is not null);
        await SwitchAsync(false);

        await service.HealthAsync(health => EntryOf(health, "PROCESS-QUOTES") is null);
    }

    [Fact]
    public async Task Runs_that_were_missed_are_made_up_for_by_one()
    {
        Assert.Equal(0, (await world.OnceAsync()).ExitCode);
        var before = (await world.JobsAsync("CUSTOMER")).Count;
        await world.AdministerAsync(session => session.Schedule.SetAsync(new ScheduleChange { Name = "CUSTOMER", IdleMinutes = 30 }, default));
        world.Clock.Advance(TimeSpan.FromHours(5));

        await using var service = world.Run();
        await service.Output.SeenAsync(" CUSTOMER: ");
        var next = await service.HealthAsync(health => health["running"]!.AsArray().Count == 0);
        await service.HealthAsync(health => (DateTimeOffset)health["lastLook"]! > (DateTimeOffset)next["lastLook"]! + TimeSpan.FromSeconds(0.5));
        Assert.Equal(0, await service.StopAsync());

        Assert.Equal(before + 2, (await world.JobsAsync("CUSTOMER")).Count);
    }

    [Fact]
    public async Task Stopped_in_the_middle_of_an_entry_it_ends_in_good_order_and_goes_on_from_there()
    {
        await world.EditAccountAsync("address1_line2", "Second floor");
        await world.HoldUpCustomersAsync();
        await using (var service = world.Run())
        {
            await world.UnderWayAsync("CUSTOMER");
            Assert.Equal(0, await service.StopAsync());
            Assert.Contains(service.Output.Lines, line => line.Contains(" CUSTOMER: Stopped at a checkpoint", StringComparison.Ordinal));
        }

        await world.EndFaultsAsync();
        var again = await world.OnceAsync();

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Second floor", await world.CustomersAsync("addressLine2"));
        Assert.DoesNotContain(again.Lines, line => Names("CURRENCY")(line));
    }

    [Fact]
    public async Task A_second_service_on_the_same_state_leaves_what_the_first_works_on()
    {
        await world.EditAccountAsync("address1_line2", "Second floor");
        await world.HoldUpCustomersAsync();
        await using var first = world.Run();
        await world.UnderWayAsync("CUSTOMER");
        var jobs = (await world.JobsAsync("CUSTOMER")).Count;

        var second = await world.OnceAsync();

        Assert.Equal(10, second.ExitCode);
        Assert.Contains(second.Lines, line => line.Contains("CUSTOMER", StringComparison.Ordinal) && line.EndsWith("It stays due.", StringComparison.Ordinal));
        Assert.Equal(jobs, (await world.JobsAsync("CUSTOMER")).Count);
        Assert.DoesNotContain(second.Lines, line => Names("CURRENCY")(line));
    }

    private static Predicate<string> Names(string entry) => line => line.Contains($" {entry}: ", StringComparison.Ordinal);

    private static System.Text.Json.Nodes.JsonNode? EntryOf(System.Text.Json.Nodes.JsonNode health, string name) =>
        health["entries"]!.AsArray().FirstOrDefault(entry => (string?)entry!["name"] == name);

    private Task SwitchAsync(bool on) => world.AdministerAsync(session => session.SetSetupAsync(new SetupChange { AutoProcessQuotes = on }, default));
}
