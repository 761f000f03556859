using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>The logs of jobs and errors.</summary>
public abstract class LogSuite(IStateHome home) : StateSuite(home)
{
    [Fact]
    public async Task A_job_comes_back_with_every_member()
    {
        var job = Sample.Job(1) with
        {
            Finished = Sample.Now.AddTicks(1),
            Status = SyncJobStatus.Error,
            Inserted = 1,
            Modified = 2,
            Deleted = 3,
            Unchanged = 4,
            Skipped = 5,
            Failed = 6,
            Coupled = 7,
            Uncoupled = 8,
            Message = "One record failed.",
        };
        await SaveAsync(job);

        Assert.Equal([job], await JobsAsync(new JobQuery()));
    }

    [Fact]
    public async Task A_job_is_replaced_by_id_and_keeps_its_place()
    {
        await SaveAsync(Sample.Job(1), Sample.Job(2));
        await SaveAsync(Sample.Job(1) with { Status = SyncJobStatus.Success });

        Assert.Equal(
            [(Sample.Other(2), SyncJobStatus.Running), (Sample.Other(1), SyncJobStatus.Success)],
            (await JobsAsync(new JobQuery())).Select(job => (job.Id, job.Status)));
    }

    [Theory]
    [InlineData(null, "5 4 3 2 1")]
    [InlineData("CUSTOMER", "4 1")]
    [InlineData("customer", "4 1")]
    [InlineData("C*", "4 3 1")]
    [InlineData("*e?", "5 4 2 1")]
    [InlineData("CUST", "")]
    [InlineData("*", "5 4 3 2 1")]
    public async Task Jobs_are_read_newest_first_by_name_or_wildcard(string? mapping, string expected)
    {
        await SaveFiveAsync();

        Assert.Equal(expected, Numbers(await JobsAsync(new JobQuery { Mapping = mapping })));
    }

    [Fact]
    public async Task Jobs_are_narrowed_by_id_time_and_number()
    {
        await SaveFiveAsync();

        Assert.Equal("3", Numbers(await JobsAsync(new JobQuery { Id = Sample.Other(3) })));
        Assert.Equal("5 4", Numbers(await JobsAsync(new JobQuery { Since = Sample.Job(4).Started })));
        Assert.Equal("5 4 3", Numbers(await JobsAsync(new JobQuery { Last = 3 })));
        Assert.Equal("4", Numbers(await JobsAsync(new JobQuery { Mapping = "C*", Last = 1 })));
        Assert.Equal("4", Numbers(await JobsAsync(new JobQuery { Mapping = "C*R", Since = Sample.Job(2).Started, Last = 5 })));
        Assert.Empty(await JobsAsync(new JobQuery { Last = 0 }));
        Assert.Empty(await JobsAsync(new JobQuery { Id = Sample.Other(3), Mapping = "ITEM" }));
    }

    [Theory]
    [InlineData(null, 1201)]
    [InlineData(1001, 1001)]
    [InlineData(500, 500)]
    [InlineData(5000, 1201)]
    public async Task Many_jobs_are_read_to_the_end(int? last, int expected)
    {
        await SaveAsync([.. Enumerable.Range(1, 1201).Select(i => Sample.Job(i))]);

        var jobs = await JobsAsync(new JobQuery { Mapping = "CUST*", Last = last });
        Assert.Equal(Enumerable.Range(0, expected).Select(i => Sample.Other(1201 - i)), jobs.Select(job => job.Id));
    }

    [Fact]
    public async Task A_stream_of_jobs_can_be_read_again()
    {
        await SaveFiveAsync();
        var jobs = Store.Runs.JobsAsync(new JobQuery { Mapping = "C*" }, None);

        Assert.Equal(await ListAsync(jobs), await ListAsync(jobs));
    }

    [Fact]
    public async Task Jobs_of_a_run_are_found_with_and_without_mapping()
    {
        await SaveFiveAsync();
        await SaveAsync(Sample.Job(6) with { RunId = Sample.Other(2000) });

        Assert.Equal("5 4 3 2 1", Numbers(await Store.Runs.JobsOfRunAsync(Sample.Other(1000), null, None)));
        Assert.Equal("4 1", Numbers(await Store.Runs.JobsOfRunAsync(Sample.Other(1000), "CUSTOMER", None)));
        Assert.Equal("6", Numbers(await Store.Runs.JobsOfRunAsync(Sample.Other(2000), "CUSTOMER", None)));
    }

    [Fact]
    public async Task An_error_comes_back_with_every_member_and_an_id()
    {
        var error = Sample.Error("Refused.", jobId: Sample.Other(1)) with
        {
            Direction = SyncDirection.ToBusinessCentral,
            BcId = Sample.Bc(1),
            BcNo = "C1",
            SalesId = Sample.Sales(1),
            SalesName = "Adatum",
            Class = FailureClass.Conflict,
            Attempts = 2,
            NextTry = Sample.Now.AddMinutes(1),
        };
        await SaveAsync(error);

        var stored = Assert.Single(await ErrorsAsync(new ErrorQuery()));
        Assert.True(stored.Id > 0);
        Assert.Equal(error with { Id = stored.Id }, stored);
    }

    [Fact]
    public async Task Errors_get_growing_ids_even_when_they_are_equal()
    {
        await SaveAsync(Sample.Error("Refused."), Sample.Error("Refused."));

        var ids = (await ErrorsAsync(new ErrorQuery())).Select(error => error.Id).ToArray();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(ids.OrderDescending(), ids);
    }

    [Fact]
    public async Task Errors_are_read_newest_first_and_narrowed()
    {
        await SaveAsync(
            Sample.Error("1", jobId: Sample.Other(1)), Sample.Error("2", "VENDOR", Sample.Other(2)),
            Sample.Error("3", null), Sample.Error("4", jobId: Sample.Other(2)));

        Assert.Equal("4 3 2 1", Messages(await ErrorsAsync(new ErrorQuery())));
        Assert.Equal("4 1", Messages(await ErrorsAsync(new ErrorQuery { Mapping = "cust*" })));
        Assert.Equal("4 2 1", Messages(await ErrorsAsync(new ErrorQuery { Mapping = "*" })));
        Assert.Equal("4 2", Messages(await ErrorsAsync(new ErrorQuery { JobId = Sample.Other(2) })));
        Assert.Equal("2", Messages(await ErrorsAsync(new ErrorQuery { JobId = Sample.Other(2), Mapping = "VENDOR" })));
        Assert.Equal("4 3", Messages(await ErrorsAsync(new ErrorQuery { Last = 2 })));
    }

    private Task SaveFiveAsync() => SaveAsync(
        Sample.Job(1), Sample.Job(2, "ITEM"), Sample.Job(3, "CURRENCY"), Sample.Job(4), Sample.Job(5, "STEM"));

    private Task SaveAsync(params BcSyncJob[] jobs) => SaveAsync(new StateChange { Jobs = jobs, Now = Sample.Now });

    private Task SaveAsync(params BcSyncError[] errors) => SaveAsync(new StateChange { Errors = errors, Now = Sample.Now });

    private Task<List<BcSyncJob>> JobsAsync(JobQuery query) => ListAsync(Store.Runs.JobsAsync(query, None));

    private Task<List<BcSyncError>> ErrorsAsync(ErrorQuery query) => ListAsync(Store.Runs.ErrorsAsync(query, None));

    private static string Numbers(IEnumerable<BcSyncJob> jobs) =>
        string.Join(' ', jobs.Select(job => (int)(job.Started - Sample.Now).TotalMinutes));

    private static string Messages(IEnumerable<BcSyncError> errors) => string.Join(' ', errors.Select(error => error.Message));
}
