using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Scheduling;

/// <summary>Running what is due.</summary>
public sealed class ScheduleRunTests
{
    [Fact]
    public async Task Everything_is_due_at_first_and_runs_in_the_order_of_dependencies()
    {
        await using var world = await SyncWorld.OpenAsync();
        var entries = (await world.Session.Schedule.GetAsync(null, default).ToListAsync()).Select(entry => entry.Name).ToList();
        Assert.Equal(entries, await world.DueAsync());

        var jobs = await world.RunScheduleAsync();

        var ran = jobs.Select(job => job.Mapping).Distinct().ToList();
        Assert.Equal(entries.Where(ran.Contains), ran);
        Assert.True(ran.IndexOf("CURRENCY") < ran.IndexOf("CUSTOMER") && ran.IndexOf("CUSTOMER") < ran.IndexOf("CONTACT"));
        Assert.Empty(await world.DueAsync());
    }

    [Fact]
    public async Task Only_what_is_due_runs()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.RunScheduleAsync();
        await world.ChangeEntryAsync(new ScheduleChange { Name = "VENDOR", IdleMinutes = 10 });
        world.Clock.Advance(TimeSpan.FromMinutes(10));

        var jobs = await world.RunScheduleAsync();

        Assert.Equal(["VENDOR"], jobs.Select(job => job.Mapping).Distinct());
    }

    [Fact]
    public async Task An_entry_on_hold_is_left_out_until_it_is_let_go()
    {
        await using var world = await SyncWorld.OpenAsync();
        var held = await world.ChangeEntryAsync(new ScheduleChange { Name = "customer", OnHold = true });
        Assert.Equal((ScheduleState.OnHold, null), (held.State, held.NextRun));

        Assert.DoesNotContain(await world.RunScheduleAsync(), job => job.Mapping == "CUSTOMER");
        await world.ChangeEntryAsync(new ScheduleChange { Name = "CUSTOMER", OnHold = false });

        Assert.Equal(["CUSTOMER"], await world.DueAsync());
    }

    [Fact]
    public async Task Names_may_hold_wildcards_and_run_whether_due_or_not()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.RunScheduleAsync();

        var jobs = await world.RunScheduleAsync("cust*mer", "VENDOR");

        Assert.Equal(["CUSTOMER", "VENDOR"], jobs.Select(job => job.Mapping).Distinct());
    }

    [Fact]
    public async Task A_name_that_fits_nothing_is_refused_before_anything_runs()
    {
        await using var world = await SyncWorld.OpenAsync();

        var problem = await Assert.ThrowsAsync<SyncException>(() => world.RunScheduleAsync("CUSTOMER", "NO-SUCH*"));

        Assert.Equal("BcSync.Schedule.NoSuchEntry", problem.Error.ErrorId);
        Assert.Empty(await world.Session.GetJobsAsync(new JobQuery(), default).ToListAsync());
    }

    [Fact]
    public async Task An_entry_that_fails_leaves_the_others_their_turn()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.Desk.FaultAsync(new { system = "bc", path = "customers", status = 401 });

        var jobs = await world.RunScheduleAsync("CUSTOMER", "VENDOR");

        Assert.Contains(jobs, job => job is { Mapping: "CUSTOMER", Status: SyncJobStatus.Error });
        Assert.Contains(jobs, job => job is { Mapping: "VENDOR", Status: SyncJobStatus.Success });
        Assert.Contains(world.Observer.Warnings, warning => warning.StartsWith("CUSTOMER:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_entry_whose_mapping_is_taken_stays_due()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.HoldAllButAsync("CUSTOMER", "VENDOR");
        var (hold, other) = await world.HeldCustomerRunAsync();

        var jobs = await world.RunScheduleAsync();

        Assert.Equal(["VENDOR"], jobs.Select(job => job.Mapping).Distinct());
        Assert.Contains(world.Observer.Warnings, warning => warning.Contains("stays due", StringComparison.Ordinal));
        Assert.Equal(["CUSTOMER"], await world.DueAsync());
        hold.Release();
        await other;
        Assert.NotEmpty(await world.RunScheduleAsync());
        Assert.Empty(await world.DueAsync());
    }

    [Fact]
    public async Task Nothing_begins_once_the_time_is_used_up()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.HoldAllButAsync("CUSTOMER", "VENDOR");
        world.State.Before(
            change => change.Jobs.Any(job => job is { Finished: not null, Direction: SyncDirection.ToBusinessCentral }),
            () =>
            {
                world.Clock.Advance(TimeSpan.FromMinutes(11));
                return Task.CompletedTask;
            });

        var jobs = await world.RunScheduleAsync(new ScheduleRequest { TimeBudget = TimeSpan.FromMinutes(10) });

        Assert.Equal(["CUSTOMER"], jobs.Select(job => job.Mapping).Distinct());
        Assert.Contains(world.Observer.Warnings, warning => warning.Contains("VENDOR", StringComparison.Ordinal));
        Assert.Equal(["VENDOR"], await world.DueAsync());
    }

    [Fact]
    public async Task A_time_beyond_all_dates_is_no_limit_and_one_before_now_is_used_up()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.HoldAllButAsync("CUSTOMER");

        Assert.Empty(await world.RunScheduleAsync(new ScheduleRequest { TimeBudget = TimeSpan.MinValue }));
        Assert.NotEmpty(await world.RunScheduleAsync(new ScheduleRequest { TimeBudget = TimeSpan.MaxValue }));
    }

    [Fact]
    public async Task What_runs_when_the_time_is_used_up_ends_at_its_checkpoint_and_goes_on_next_time()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.HoldAllButAsync("CUSTOMER");
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", SyncOnlyCoupled = false });
        await world.Desk.BcAsync("customers", [.. Enumerable.Range(1, 250).Select(number => new { number = $"C{number}", displayName = $"Customer {number}" })]);
        world.State.BeforeSettling(() =>
        {
            world.Clock.Advance(TimeSpan.FromMinutes(11));
            return Task.CompletedTask;
        });

        var jobs = await world.RunScheduleAsync(new ScheduleRequest { TimeBudget = TimeSpan.FromMinutes(10) });

        Assert.Contains(jobs, job => job.Status is SyncJobStatus.Stopped);
        Assert.Contains(world.Observer.Warnings, warning => warning.Contains("stays due", StringComparison.Ordinal));
        Assert.Equal(["CUSTOMER"], await world.DueAsync());
        await world.RunScheduleAsync();
        Assert.Equal(250, (await world.Desk.RowsAsync("sales", "accounts")).Count);
        Assert.Empty(await world.DueAsync());
    }

    [Fact]
    public async Task What_used_up_the_time_comes_last_the_next_time_followed_by_what_needs_it()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.HoldAllButAsync("CUSTOMER", "VENDOR", "CONTACT");
        world.State.Before(
            change => change.Jobs.Count > 0,
            () =>
            {
                world.Clock.Advance(TimeSpan.FromMinutes(11));
                return Task.CompletedTask;
            });
        await world.RunScheduleAsync(new ScheduleRequest { TimeBudget = TimeSpan.FromMinutes(10) });
        Assert.Equal(["VENDOR", "CUSTOMER", "CONTACT"], await world.DueAsync());

        var jobs = await world.RunScheduleAsync();

        Assert.Equal(["VENDOR", "CUSTOMER", "CONTACT"], jobs.Select(job => job.Mapping).Distinct());
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["CUSTOMER", "VENDOR", "CONTACT"], await world.DueAsync());
    }

    [Fact]
    public async Task A_continuous_run_takes_what_becomes_due_until_its_time_is_over()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.HoldAllButAsync("VENDOR");
        await world.ChangeEntryAsync(new ScheduleChange { Name = "VENDOR", IntervalMinutes = 2, IdleMinutes = 2 });
        var began = world.Clock.GetUtcNow();

        var jobs = await world.RunScheduleAsync(new ScheduleRequest { Continuous = true, TimeBudget = TimeSpan.FromMinutes(7) });

        Assert.Equal(4, jobs.Select(job => job.RunId).Distinct().Count());
        Assert.True(world.Clock.GetUtcNow() <= began.AddMinutes(7));
    }

    [Fact]
    public async Task A_continuous_run_ends_when_it_is_stopped()
    {
        await using var world = await SyncWorld.OpenAsync();
        await world.HoldAllButAsync("VENDOR");
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in world.Session.Schedule.RunAsync(new ScheduleRequest { Continuous = true }, world.Observer, stop.Token))
                await stop.CancelAsync();
        });

        Assert.Empty(await world.DueAsync());
    }

    [Fact]
    public async Task Looking_ahead_runs_nothing()
    {
        await using var world = await SyncWorld.OpenAsync();

        Assert.NotEmpty(await world.DueAsync());

        Assert.Empty(await world.Session.GetJobsAsync(new JobQuery(), default).ToListAsync());
    }

    [Fact]
    public async Task Orders_and_quotes_that_wait_are_taken_over()
    {
        await using var world = await OrderWorld.OpenAsync();
        await world.World.Session.SetSetupAsync(new SetupChange { AutoCreateSalesOrders = true, AutoProcessQuotes = true }, default);
        await world.SubmitAsync(null, world.BikeLine());
        await world.QuoteAsync(null, world.BikeLine());
        await world.WinAsync(await world.QuoteAsync(null, world.BikeLine()));

        var jobs = await world.World.RunScheduleAsync("CREATE-ORDERS", "PROCESS-QUOTES");

        Assert.All(jobs, job => Assert.Equal((SyncJobStatus.Success, 0), (job.Status, job.Failed)));
        Assert.Equal((2, 2), ((await world.BcOrdersAsync()).Count, (await world.BcQuotesAsync()).Count));
        Assert.Equal(ScheduleState.Ready, (await world.World.EntryAsync("PROCESS-QUOTES")).State);
    }
}
