using BcSalesSync.Contracts;
using BcSalesSync.Host.Commands;
using BcSalesSync.Host.Soak;
using BcSalesSync.Runtime;
using BcSalesSync.State.Tests.PostgreSql.Server;

namespace BcSalesSync.Host.Tests.Clustering;

/// <summary>The schedule as several workers have it in common.</summary>
public sealed class SharedScheduleTests
{
    [PostgresFact]
    public async Task Workers_run_each_entry_once_between_them_and_end_in_good_order_when_asked_to()
    {
        await using var world = await SharedWorld.OpenAsync("cronus");
        await using var session = await world.ConnectAsync();
        await PrepareAsync(session);
        await using var first = new WorkerProcess(world.Server, world.StateConnection);
        await using var second = new WorkerProcess(world.Server, world.StateConnection);

        await SharedWorld.UntilAsync(async () =>
            (await session.Schedule.GetAsync(null, default).ToListAsync()).All(entry => entry.LastRun is not null || entry.State is ScheduleState.OnHold));
        var codes = new[] { await first.TerminateAsync(), await second.TerminateAsync() };

        Assert.Equal([ExitCode.Ok, ExitCode.Ok], codes);
        Assert.Equal(await AloneAsync(), await JobsAsync(session));
    }

    [Fact]
    public async Task A_worker_without_a_state_to_share_says_what_it_lacks()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var code = await HostCommands.InvokeAsync(["worker", "--sandbox"], output, errors, default);

        Assert.Equal(ExitCode.Misconfigured, code);
        Assert.Contains("--state-connection-file", output.ToString(), StringComparison.Ordinal);
    }

    // The log after one process ran all entries once.
    private static async Task<IReadOnlyList<string>> AloneAsync()
    {
        await using var session = await SyncSessionFactory.OpenAsync(new ConnectionSettings { Sandbox = true }, SilentObserver.Instance, default);
        await PrepareAsync(session);
        await session.Schedule.RunAsync(new ScheduleRequest(), SilentObserver.Instance, default).CountAsync();
        return await JobsAsync(session);
    }

    // Account statistics end with the payment states of invoices: while another worker publishes those, they stay due and begin anew.
    private static async Task PrepareAsync(ISyncSession session)
    {
        await session.InitializeAsync(new InitializeRequest(), SilentObserver.Instance, default).CountAsync();
        await session.Schedule.SetAsync(new ScheduleChange { Name = "CUSTOMER-STATISTICS", OnHold = true }, default);
    }

    private static async Task<IReadOnlyList<string>> JobsAsync(ISyncSession session) =>
        [.. (await session.GetJobsAsync(new JobQuery(), default).ToListAsync()).Select(job => $"{job.Mapping} {job.Direction} {job.Type}").Order()];
}
