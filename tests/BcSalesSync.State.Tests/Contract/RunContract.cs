using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Contract;

public abstract class RunContract(IStateHome home) : StateContract(home)
{
    private static RunState Running => new()
    {
        Id = Id(1),
        Kind = RunKind.Full,
        Status = RunStatus.Running,
        Request = "{}",
        Started = Now,
        Holder = "here",
    };

    [Fact]
    public async Task The_newest_run_of_a_kind_is_found()
    {
        await SaveAsync(Running, Running with { Id = Id(2), Started = Now.AddMinutes(1) }, Running with { Id = Id(3), Kind = RunKind.Now });

        Assert.Equal(Id(2), (await Store.Runs.LatestAsync(RunKind.Full, None))?.Id);
        Assert.Equal(Running, await Store.Runs.GetAsync(Id(1), None));
        Assert.Null(await Store.Runs.GetAsync(Id(9), None));
    }

    [Fact]
    public async Task A_request_to_stop_stays_until_the_run_ends()
    {
        await SaveAsync(Running);
        await SaveAsync(Running with { StopRequested = true });

        await SaveAsync(Running with { Request = "{1}" });
        Assert.Equal(Running with { Request = "{1}", StopRequested = true }, await Store.Runs.GetAsync(Id(1), None));

        await SaveAsync(Running with { Status = RunStatus.Stopped });
        await SaveAsync(Running);
        Assert.False((await Store.Runs.GetAsync(Id(1), None))!.StopRequested);
    }

    [Fact]
    public async Task Jobs_come_newest_first_and_narrowed()
    {
        await Store.CommitAsync(new StateChange { Jobs = [.. Enumerable.Range(1, 1100).Select(number => Job(number))], Now = Now }, None);
        await Store.CommitAsync(
            new StateChange { Jobs = [Job(7) with { Modified = 5, Status = SyncJobStatus.Success, Finished = Now }], Now = Now }, None);

        Assert.Equal(Enumerable.Range(1, 1100).Reverse().Select(Id), (await JobsAsync(new JobQuery())).Select(job => job.Id));
        Assert.Equal([Id(1100), Id(1099)], (await JobsAsync(new JobQuery { Last = 2 })).Select(job => job.Id));
        Assert.Equal([Id(1100), Id(1098)], (await JobsAsync(new JobQuery { Mapping = "customer", Last = 2 })).Select(job => job.Id));
        Assert.Equal([Id(1099)], (await JobsAsync(new JobQuery { Mapping = "con?ac*", Last = 1 })).Select(job => job.Id));
        Assert.Equal([Id(1100), Id(1099)], (await JobsAsync(new JobQuery { Since = Now.AddMinutes(1099) })).Select(job => job.Id));
        Assert.Equal(5, Assert.Single(await JobsAsync(new JobQuery { Id = Id(7) })).Modified);
        Assert.Empty(await JobsAsync(new JobQuery { Mapping = "C%" }));
        Assert.Empty(await JobsAsync(new JobQuery { Mapping = "CUSTOME_*" }));
        Assert.Empty(await JobsAsync(new JobQuery { Last = 0 }));
    }

    [Fact]
    public async Task Jobs_of_a_run_come_newest_first()
    {
        await Store.CommitAsync(new StateChange { Jobs = [Job(1), Job(2), Job(3), Job(4) with { RunId = Id(99) }], Now = Now }, None);

        Assert.Equal([Id(3), Id(2), Id(1)], (await Store.Runs.JobsOfRunAsync(Id(50), null, None)).Select(job => job.Id));
        Assert.Equal([Id(3), Id(1)], (await Store.Runs.JobsOfRunAsync(Id(50), "CONTACT", None)).Select(job => job.Id));
    }

    [Fact]
    public async Task Jobs_that_are_not_finished_are_found_by_mapping()
    {
        await Store.CommitAsync(new StateChange { Jobs = [Job(2), Job(3), Job(4), Job(6) with { Finished = Now }], Now = Now }, None);
        await Store.CommitAsync(new StateChange { Jobs = [Job(8)], Now = Now }, None);
        await Store.CommitAsync(new StateChange { Jobs = [Job(4) with { Finished = Now }], Now = Now }, None);

        Assert.Equal([Id(8), Id(2)], (await Store.Runs.OpenJobsAsync("CUSTOMER", None)).Select(job => job.Id));
        Assert.Empty(await Store.Runs.OpenJobsAsync("CURRENCY", None));
    }

    [Fact]
    public async Task Errors_are_numbered_and_come_newest_first()
    {
        await Store.CommitAsync(
            new StateChange { Errors = [.. Enumerable.Range(1, 1100).Select(number => Error(number))], Now = Now }, None);

        var all = await ErrorsAsync(new ErrorQuery());
        Assert.Equal(Enumerable.Range(1, 1100).Reverse().Select(number => (long)number), all.Select(error => error.Id));
        Assert.Equal(Error(1) with { Id = 1 }, all[^1]);
        Assert.Equal([1100L, 1099], (await ErrorsAsync(new ErrorQuery { Last = 2 })).Select(error => error.Id));
        Assert.Equal([1099L], (await ErrorsAsync(new ErrorQuery { Mapping = "CUST*", Last = 1 })).Select(error => error.Id));
        Assert.Equal(1100, (await ErrorsAsync(new ErrorQuery { Mapping = "*" })).Count);
        Assert.Equal([8L], (await ErrorsAsync(new ErrorQuery { JobId = Id(8) })).Select(error => error.Id));
    }

    [Fact]
    public async Task Lines_of_the_review_come_in_the_order_of_runs_until_they_are_cleared()
    {
        await Store.CommitAsync(
            new StateChange
            {
                Mappings = [Mapping("CUSTOMER", 2), Mapping("SALESPEOPLE", 1), Mapping("ALPHA", 2)],
                FullSyncLines = [Line("UNKNOWN"), Line("ALPHA"), Line("CUSTOMER"), Line("SALESPEOPLE")],
                Now = Now,
            },
            None);
        await Store.CommitAsync(new StateChange { FullSyncLines = [Line("ALPHA") with { Done = 3 }], Now = Now }, None);

        var lines = await Store.Runs.FullSyncLinesAsync(None);
        Assert.Equal(["SALESPEOPLE", "ALPHA", "CUSTOMER", "UNKNOWN"], lines.Select(line => line.Mapping));
        Assert.Equal(3, lines[1].Done);
        Assert.Equal(["SALESPEOPLE", "ALPHA", "CUSTOMER"], (await Store.GetMappingsAsync(None)).Select(mapping => mapping.Name));

        await Store.CommitAsync(new StateChange { ClearFullSyncLines = true, FullSyncLines = [Line("ALPHA")], Now = Now }, None);
        Assert.Equal("ALPHA", Assert.Single(await Store.Runs.FullSyncLinesAsync(None)).Mapping);
    }

    [Fact]
    public async Task Mappings_and_settings_are_replaced_by_name()
    {
        var field = new FieldMapping { BcField = "number", SalesField = "accountnumber", MatchPriority = 3 };
        var mapping = Mapping("CUSTOMER", 1) with { Fields = [field] };
        await Store.CommitAsync(
            new StateChange
            {
                Mappings = [Mapping("CUSTOMER", 7)], Settings = new Dictionary<string, string> { ["setup"] = "1" }, Now = Now,
            },
            None);
        await Store.CommitAsync(
            new StateChange { Mappings = [mapping], Settings = new Dictionary<string, string> { ["setup"] = "2" }, Now = Now },
            None);

        var read = Assert.Single(await Store.GetMappingsAsync(None));
        Assert.Equal(mapping.Fields, read.Fields);
        Assert.Equal(1, read.Order);
        Assert.Equal("2", await Store.GetSettingAsync("setup", None));
        Assert.Null(await Store.GetSettingAsync("none", None));
    }

    [Fact]
    public async Task A_change_that_is_cancelled_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        var couplings = new StoppingList(Enumerable.Range(1, 100).Select(number => Coupling(number)), stop);
        var change = new StateChange { Couplings = couplings, Now = Now };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(change, stop.Token));

        Assert.Empty(await AllAsync());
        await SaveAsync(Coupling(1));
        Assert.Single(await AllAsync());
    }

    private static BcSyncJob Job(int number) => new()
    {
        Id = Id(number),
        RunId = Id(50),
        Type = SyncJobType.Synchronization,
        Mapping = number % 2 == 0 ? "CUSTOMER" : "CONTACT",
        Direction = SyncDirection.ToSales,
        Started = Now.AddMinutes(number),
        Status = SyncJobStatus.Running,
    };

    private static BcSyncError Error(int number) => new()
    {
        Time = Now,
        Mapping = number % 2 == 0 ? null : "CUSTOMER",
        Direction = SyncDirection.ToBusinessCentral,
        Class = FailureClass.Data,
        ErrorId = "BcSync.Record.Refused",
        Message = $"Refused {number}.",
        RecommendedAction = "Correct the record.",
        JobId = Id(number),
    };

    private static BcFullSyncLine Line(string mapping) => new()
    {
        Mapping = mapping,
        DependsOn = [],
        Recommendation = default,
        Status = FullSyncStatus.NotStarted,
        ToSalesStatus = SyncOutcome.None,
        ToBusinessCentralStatus = SyncOutcome.None,
    };

    private static TableMapping Mapping(string name, int order) => new()
    {
        Name = name, Order = order, BcTable = "customers", SalesTable = "account", Fields = [],
    };

    private Task SaveAsync(params RunState[] runs) => Store.CommitAsync(new StateChange { Runs = runs, Now = Now }, None);

    private async Task<List<BcSyncJob>> JobsAsync(JobQuery query)
    {
        var jobs = new List<BcSyncJob>();
        await foreach (var job in Store.Runs.JobsAsync(query, None))
            jobs.Add(job);
        return jobs;
    }

    private async Task<List<BcSyncError>> ErrorsAsync(ErrorQuery query)
    {
        var errors = new List<BcSyncError>();
        await foreach (var error in Store.Runs.ErrorsAsync(query, None))
            errors.Add(error);
        return errors;
    }
}
