using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Tests.Running;

/// <summary>What a single run tells by its exit code.</summary>
public sealed class OutcomeTests : IAsyncLifetime
{
    private RunWorld world = null!;

    public async Task InitializeAsync() => world = await RunWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task What_is_due_runs_once_and_nothing_is_left()
    {
        var first = await world.OnceAsync();
        var second = await world.OnceAsync();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains(first.Lines, line => line.Contains(" CUSTOMER: ", StringComparison.Ordinal));
        Assert.DoesNotContain(second.Lines, line => line.Contains(" CUSTOMER: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_conflict_is_told_apart_from_failures()
    {
        await world.EditAccountAsync("address1_line2", "Second floor");
        await world.EditCustomersAsync("addressLine2", "Rear building");

        Assert.Equal(4, (await world.OnceAsync()).ExitCode);
    }

    [Fact]
    public async Task An_entry_that_fails_beside_others_that_do_not_is_a_part()
    {
        await world.FaultAsync(new { system = "bc", path = "customers", status = 401 });

        Assert.Equal(3, (await world.OnceAsync()).ExitCode);
    }

    [Fact]
    public async Task A_record_that_is_refused_is_a_part_too_and_its_entry_counts_it()
    {
        await world.RefuseOneCustomerAsync();

        Assert.Equal(3, (await world.OnceAsync()).ExitCode);

        var entry = await world.AdministerAsync(session => session.Schedule.GetAsync("CUSTOMER", default).SingleAsync().AsTask());
        Assert.Equal((SyncJobStatus.Success, 1, ScheduleState.Ready), (entry.LastResult, entry.LastFailed, entry.State));
    }

    [Fact]
    public async Task A_system_that_refuses_the_application_is_told_apart_too()
    {
        await world.FaultAsync(new { system = "sales", status = 401 });

        Assert.Equal(11, (await world.OnceAsync()).ExitCode);
    }

    [Fact]
    public async Task A_system_that_does_not_answer_is_for_later()
    {
        world.Clock.IsHasty = true;
        world.Environment["BCSALESSYNC_SALES_URL"] = "http://127.0.0.1:1/sales/api/data/v9.2";

        var run = await world.OnceAsync();

        Assert.Equal(75, run.ExitCode);
        Assert.Contains(run.Lines, line => line.Contains("BcSync.Connection.Unreachable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_state_without_mappings_is_a_matter_of_set_up_which_can_be_asked_for()
    {
        world.Environment["BCSALESSYNC_STATE"] = world.State + ".new";

        var bare = await world.OnceAsync();

        Assert.Equal(12, bare.ExitCode);
        Assert.Contains(bare.Lines, line => line.Contains("BcSync.Mapping.NotSetUp", StringComparison.Ordinal));
        Assert.Equal(0, (await world.OnceAsync("--initialize")).ExitCode);
    }
}
