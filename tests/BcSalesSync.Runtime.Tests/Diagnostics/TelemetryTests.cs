using System.Diagnostics;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Diagnostics;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_run_is_a_span_that_holds_its_passes_which_hold_their_pages_and_requests()
    {
        await using var world = await CoupledRecords.OpenAsync();
        using var heard = new HeardTelemetry();

        await world.RunAsync("CUSTOMER");

        var run = Assert.Single(heard.Named("run"));
        Assert.All(heard.Named("pass"), pass => Assert.Equal(run.SpanId, pass.ParentSpanId));
        Assert.Equal(["CUSTOMER", "CUSTOMER"], heard.Named("pass").Select(pass => pass.GetTagItem("bcsync.mapping")));
        var passes = heard.Named("pass").Select(pass => pass.SpanId).ToHashSet();
        Assert.NotEmpty(heard.Named("page"));
        Assert.All(heard.Named("page"), page => Assert.Contains(page.ParentSpanId, passes));
        var holders = heard.Spans.Where(span => span.OperationName != "request").Select(span => span.SpanId).ToHashSet();
        Assert.All(heard.Named("request"), request => Assert.Contains(request.ParentSpanId, holders));
        Assert.Contains(heard.Named("request"), request => heard.Named("page").Any(page => page.SpanId == request.ParentSpanId));
    }

    [Fact]
    public async Task A_full_synchronisation_is_one_span_with_the_passes_of_all_mappings()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        using var heard = new HeardTelemetry();

        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY", "PAYMENT TERMS");

        var run = Assert.Single(heard.Named("run"));
        Assert.Equal("full synchronisation", run.GetTagItem("bcsync.work"));
        Assert.All(heard.Named("pass"), pass => Assert.Equal(run.GetTagItem("bcsync.run.id"), pass.GetTagItem("bcsync.run.id")));
        Assert.Contains("CURRENCY", heard.Named("pass").Select(pass => pass.GetTagItem("bcsync.mapping")));
    }

    [Fact]
    public async Task A_request_is_a_client_span_with_status_and_the_ids_of_the_service()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        using var heard = new HeardTelemetry();

        await world.RunAsync("CURRENCY");

        Assert.All(heard.Named("request"), request =>
        {
            Assert.Equal(ActivityKind.Client, request.Kind);
            Assert.NotNull(request.GetTagItem("http.response.status_code"));
            var id = Equals(request.GetTagItem("bcsync.system"), "bc") ? "request-id" : "x-ms-service-request-id";
            Assert.NotNull(request.GetTagItem("bcsync.service." + id));
        });
    }

    [Fact]
    public async Task Requests_are_counted_and_timed_by_system()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        using var heard = new HeardTelemetry();

        await world.RunAsync("CURRENCY");

        Assert.Equal(heard.Named("request").Length, heard.Sum("bcsync.requests"));
        Assert.True(heard.Sum("bcsync.requests", "bcsync.system", "bc") > 0 && heard.Sum("bcsync.requests", "bcsync.system", "sales") > 0);
        Assert.Equal(heard.Named("request").Length, heard.Figures.Count(figure => figure.Name == "bcsync.request.duration"));
    }

    [Fact]
    public async Task What_was_sent_again_and_what_was_throttled_is_counted()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.Desk.FaultAsync(new { system = "bc", status = 429, retryAfter = 0, times = 2, when = "before" });
        using var heard = new HeardTelemetry();

        await world.RunAsync("CURRENCY");

        Assert.Equal(2, heard.Sum("bcsync.throttled", "bcsync.system", "bc"));
        Assert.Equal(2, heard.Sum("bcsync.retries", "bcsync.system", "bc"));
        Assert.Equal(0, heard.Sum("bcsync.retries", "bcsync.system", "sales"));
    }

    [Fact]
    public async Task Records_are_counted_by_what_was_done_with_them()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        using var heard = new HeardTelemetry();

        await world.FullSyncAsync(FullSyncAction.FullSync, "CURRENCY");

        var jobs = await world.JobsAsync("CURRENCY");
        Assert.True(jobs.Sum(job => job.Inserted) > 0);
        Assert.Equal(jobs.Sum(job => job.Inserted), heard.Sum("bcsync.records", "bcsync.action", "inserted"));
    }

    [Fact]
    public async Task A_pass_that_breaks_off_is_a_failed_span_that_names_the_kind_of_failure()
    {
        await using var world = await SyncWorld.OpenAsync("cronus");
        await world.Desk.FaultAsync(new { system = "bc", method = "GET", path = "currencies", status = 403, when = "before", times = 9 });
        using var heard = new HeardTelemetry();

        await Assert.ThrowsAsync<SyncException>(() => world.RunAsync("CURRENCY"));

        var run = Assert.Single(heard.Named("run"));
        Assert.Equal(ActivityStatusCode.Error, run.Status);
        Assert.NotNull(run.GetTagItem("error.type"));
        Assert.Null(run.StatusDescription);
    }
}
