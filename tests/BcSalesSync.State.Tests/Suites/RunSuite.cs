using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>Runs and the review of the full synchronisation.</summary>
public abstract class RunSuite(IStateHome home) : StateSuite(home)
{
    [Fact]
    public async Task A_run_comes_back_with_every_member()
    {
        var run = Sample.Run(1) with
        {
            Status = RunStatus.Stopped,
            Finished = Sample.Now.AddTicks(3),
            StopRequested = true,
            Holder = "process 7",
            HeldUntil = Sample.Now.AddSeconds(30),
        };
        await SaveAsync(run, Sample.Run(2));

        Assert.Equal(run, await GetAsync(1));
        Assert.Equal(Sample.Run(2), await GetAsync(2));
        Assert.Null(await GetAsync(3));
    }

    [Fact]
    public async Task A_run_is_replaced_by_id()
    {
        await SaveAsync(Sample.Run(1) with { Holder = "process 7", HeldUntil = Sample.Now });
        var ended = Sample.Run(1) with { Status = RunStatus.Finished, Finished = Sample.Now, Request = "{}" };
        await SaveAsync(ended);

        Assert.Equal(ended, await GetAsync(1));
    }

    [Fact]
    public async Task The_latest_run_is_the_newest_of_its_kind()
    {
        Assert.Null(await Store.Runs.LatestAsync(RunKind.Full, None));
        await SaveAsync(Sample.Run(2), Sample.Run(5), Sample.Run(3), Sample.Run(9, RunKind.Now));

        Assert.Equal(Sample.Other(5), (await Store.Runs.LatestAsync(RunKind.Full, None))!.Id);
        Assert.Equal(Sample.Other(9), (await Store.Runs.LatestAsync(RunKind.Now, None))!.Id);
    }

    [Fact]
    public async Task A_request_to_stop_outlives_the_progress_of_the_run()
    {
        await SaveAsync(Sample.Run(1));
        await SaveAsync(Sample.Run(1) with { StopRequested = true });
        await SaveAsync(Sample.Run(1) with { Holder = "process 7" });

        var run = await GetAsync(1);
        Assert.Equal((true, "process 7"), (run!.StopRequested, run.Holder));
    }

    [Theory]
    [InlineData(RunStatus.Stopped)]
    [InlineData(RunStatus.Finished)]
    [InlineData(RunStatus.Failed)]
    public async Task A_request_to_stop_ends_with_the_run(RunStatus status)
    {
        await SaveAsync(Sample.Run(1) with { StopRequested = true });
        await SaveAsync(Sample.Run(1) with { Status = status });

        Assert.False((await GetAsync(1))!.StopRequested);
    }

    [Fact]
    public async Task A_resumed_run_is_not_asked_to_stop()
    {
        await SaveAsync(Sample.Run(1) with { StopRequested = true });
        await SaveAsync(Sample.Run(1) with { Status = RunStatus.Stopped });
        await SaveAsync(Sample.Run(1));

        Assert.False((await GetAsync(1))!.StopRequested);
    }

    [Fact]
    public async Task A_line_of_the_review_comes_back_with_every_member()
    {
        var line = Sample.Line("CUSTOMER") with
        {
            RunId = Sample.Other(1),
            DependsOn = ["CURRENCY", "SALESPEOPLE"],
            Recommendation = FullSyncRecommendation.Couple,
            Action = FullSyncAction.Couple,
            Status = FullSyncStatus.Stopped,
            ToSalesStatus = SyncOutcome.Success,
            ToBusinessCentralStatus = SyncOutcome.Failure,
            Total = 10,
            Done = 7,
            PercentComplete = 70,
            Inserted = 1,
            Modified = 2,
            Coupled = 3,
            Failed = 4,
            Message = "Stopped on request.",
        };
        await SaveAsync(line);

        Assert.Equivalent(line, Assert.Single(await LinesAsync()), strict: true);
    }

    [Fact]
    public async Task Lines_come_in_the_order_of_runs_and_those_without_mapping_last()
    {
        await SaveAsync(new StateChange
        {
            Mappings = [Sample.Mapping("CUSTOMER", 30), Sample.Mapping("CURRENCY", 10), Sample.Mapping("BANK", 10)],
            FullSyncLines = [Sample.Line("ANOTHER"), Sample.Line("CUSTOMER"), Sample.Line("CURRENCY"), Sample.Line("BANK")],
            Now = Sample.Now,
        });

        Assert.Equal(["BANK", "CURRENCY", "CUSTOMER", "ANOTHER"], (await LinesAsync()).Select(line => line.Mapping));
    }

    [Fact]
    public async Task A_line_is_replaced_by_mapping()
    {
        await SaveAsync(Sample.Line("CUSTOMER"), Sample.Line("ITEM"));
        await SaveAsync(Sample.Line("CUSTOMER") with { Done = 5 });

        Assert.Equal([("CUSTOMER", 5), ("ITEM", 0)], (await LinesAsync()).Select(line => (line.Mapping, line.Done)));
    }

    [Fact]
    public async Task Clearing_the_review_keeps_the_lines_of_the_same_change()
    {
        await SaveAsync(Sample.Line("CUSTOMER"), Sample.Line("ITEM"));
        await SaveAsync(new StateChange { ClearFullSyncLines = true, FullSyncLines = [Sample.Line("ITEM")], Now = Sample.Now });

        Assert.Equal("ITEM", Assert.Single(await LinesAsync()).Mapping);
    }

    private Task SaveAsync(params RunState[] runs) => SaveAsync(new StateChange { Runs = runs, Now = Sample.Now });

    private Task SaveAsync(params BcFullSyncLine[] lines) => SaveAsync(new StateChange { FullSyncLines = lines, Now = Sample.Now });

    private Task<RunState?> GetAsync(int number) => Store.Runs.GetAsync(Sample.Other(number), None);

    private Task<IReadOnlyList<BcFullSyncLine>> LinesAsync() => Store.Runs.FullSyncLinesAsync(None);
}
