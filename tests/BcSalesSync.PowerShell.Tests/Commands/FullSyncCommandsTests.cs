using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands;
using BcSalesSync.PowerShell.Commands.FullSync;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class FullSyncCommandsTests
{
    [Fact]
    public void Starting_returns_at_once()
    {
        var run = Connected().Invoke(new StartBcFullSyncCommand { Mapping = ["CUSTOMER", "CONTACT"], TimeBudget = TimeSpan.FromHours(2) });

        var request = Assert.IsType<FullSyncRequest>(run.Session.Calls.Single().Argument);
        Assert.Equal(["CUSTOMER", "CONTACT"], request.Mappings);
        Assert.Equal(TimeSpan.FromHours(2), request.TimeBudget);
        Assert.IsType<BcFullSync>(Assert.Single(run.Streams.Outputs));
    }

    [Fact]
    public void Mappings_of_the_pipeline_make_one_run()
    {
        var run = Connected().InvokeRows(new StartBcFullSyncCommand(), Row(("Name", "CUSTOMER")), Row(("Mapping", "CONTACT")));

        Assert.Equal(["CUSTOMER", "CONTACT"], Assert.IsType<FullSyncRequest>(run.Session.Calls.Single().Argument).Mappings);
    }

    [Fact]
    public void Resetting_ends_with_the_review_as_it_is_made_up_anew()
    {
        var run = Connected(new FakeSession { Review = [Samples.Line("CUSTOMER")] }).Invoke(new ResetBcFullSyncCommand());

        Assert.Equal([nameof(ISyncSession.ResetFullSyncAsync), nameof(ISyncSession.GetFullSyncAsync)], run.Session.Calls.Select(c => c.Member));
        Assert.Equal("CUSTOMER", Assert.IsType<BcFullSyncLine>(Assert.Single(run.Streams.Outputs)).Mapping);
    }

    [Fact]
    public void Waiting_shows_progress_and_ends_with_the_review()
    {
        var session = new FakeSession
        {
            Review = [Samples.Line("CUSTOMER", failed: 2), Samples.Line("CONTACT")],
            OnWait = (observer, _) =>
            {
                observer.Progress(new BcProgress { Activity = "Full synchronisation", Status = "CUSTOMER" });
                return Task.CompletedTask;
            },
        };
        var run = Connected(session);
        run.Streams.Switches.Add("Wait");

        run.Invoke(new StartBcFullSyncCommand());

        Assert.Equal(["Progress", "Output", "Output", "Warning", "Progress"], run.Streams.Written.Select(w => w.Stream));
        Assert.Equal(["CUSTOMER", "CONTACT"], run.Streams.Outputs.Cast<BcFullSyncLine>().Select(l => l.Mapping));
    }

    [Fact]
    public void Stopping_the_command_that_began_a_run_stops_the_run_and_lets_it_reach_its_checkpoint()
    {
        var run = Hung(out var session);
        run.Streams.Switches.Add("Wait");
        var command = new StartBcFullSyncCommand();
        StopWhenWaiting(session, command);

        run.Invoke(command);

        Assert.Equal(["StartFullSyncAsync", "WaitFullSyncAsync", "StopFullSyncAsync", "WaitFullSyncAsync"], session.Calls.Select(c => c.Member));
    }

    [Fact]
    public void Stopping_a_mere_wait_leaves_the_run_alone()
    {
        var run = Hung(out var session);
        var command = new WaitBcFullSyncCommand();
        StopWhenWaiting(session, command);

        run.Invoke(command);

        Assert.Equal(["WaitFullSyncAsync"], session.Calls.Select(c => c.Member));
    }

    [Fact]
    public void Resuming_passes_the_time_budget_on()
    {
        var run = Connected().Invoke(new ResumeBcFullSyncCommand { TimeBudget = TimeSpan.FromMinutes(5) });

        Assert.Equal(TimeSpan.FromMinutes(5), run.Session.Calls.Single().Argument);
    }

    private static CommandRun Hung(out FakeSession session)
    {
        session = new FakeSession();
        return Connected(session);
    }

    private static void StopWhenWaiting(FakeSession session, BcCommand command) => session.OnWait = (_, cancellation) =>
    {
        if (session.Calls.Any(call => call.Member == "StopFullSyncAsync"))
            return Task.CompletedTask;
        Stop(command);
        return Task.Delay(Timeout.Infinite, cancellation);
    };
}
