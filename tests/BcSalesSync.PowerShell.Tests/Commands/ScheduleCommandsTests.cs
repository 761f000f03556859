using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Schedule;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class ScheduleCommandsTests
{
    [Fact]
    public void Entries_are_asked_for_by_their_names()
    {
        var run = Connected(Session()).Invoke(new GetBcSyncScheduleCommand { Name = ["CUST*", "VENDOR"] }).Invoke(new GetBcSyncScheduleCommand());

        Assert.Equal(["CUST*", "VENDOR", null], run.Session.Calls.Select(call => (string?)call.Argument));
        Assert.Equal(3, run.Streams.Outputs.Count);
    }

    [Fact]
    public void What_is_given_of_an_entry_is_changed_for_each_name_of_the_pipeline()
    {
        var run = Connected(Session()).InvokeRows(
            new SetBcSyncScheduleCommand { OnHold = true, IntervalMinutes = 15 }, Row(("Name", "CUSTOMER")), Row(("Name", "VENDOR")));

        Assert.Equal(
            [new ScheduleChange { Name = "CUSTOMER", OnHold = true, IntervalMinutes = 15 }, new ScheduleChange { Name = "VENDOR", OnHold = true, IntervalMinutes = 15 }],
            run.Session.Calls.Select(call => call.Argument));
    }

    [Fact]
    public void An_entry_that_is_not_there_does_not_keep_the_others_from_being_changed()
    {
        var session = Session();
        session.AnswerOne<ScheduleChange, BcScheduleEntry>(nameof(IScheduleService.SetAsync), change => change.Name == "NONE"
            ? throw new SyncException(Samples.Error(FailureClass.Configuration, "BcSync.Schedule.NoSuchEntry")) : Entry(change.Name));

        var run = Connected(session).Invoke(new SetBcSyncScheduleCommand { Name = ["NONE", "VENDOR"], OnHold = true });

        Assert.Equal(("BcSync.Schedule.NoSuchEntry", "NONE"), (Assert.Single(run.Streams.Errors).Id, (string)run.Streams.Errors[0].Target!));
        Assert.Equal("VENDOR", ((BcScheduleEntry)Assert.Single(run.Streams.Outputs)).Name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Entries_of_a_pattern_are_described_as_they_are_changed(bool whatIf)
    {
        var session = Session();
        session.Answer<string?, BcScheduleEntry>(nameof(IScheduleService.GetAsync), _ => [Entry("CUSTOMER"), Entry("CUSTOMER-STATISTICS")]);

        var run = Connected(session, whatIf).Invoke(new SetBcSyncScheduleCommand { Name = ["CUST*"], OnHold = true });

        Assert.Equal(["CUSTOMER", "CUSTOMER-STATISTICS"], run.Streams.Confirmed.Select(asked => asked.Target));
        Assert.Equal(whatIf ? 0 : 2, run.Session.Changes.Count);
    }

    [Fact]
    public void WhatIf_refuses_an_entry_that_is_not_there()
    {
        var session = Session();
        session.Answer<string?, BcScheduleEntry>(nameof(IScheduleService.GetAsync), _ => []);

        var run = Connected(session, whatIf: true).Invoke(new SetBcSyncScheduleCommand { Name = ["NONE"], OnHold = true });

        Assert.Equal("BcSync.Schedule.NoSuchEntry", Assert.Single(run.Streams.Errors).Id);
        Assert.Empty(run.Streams.Confirmed);
    }

    [Fact]
    public void WhatIf_changes_nothing_and_runs_nothing()
    {
        var run = Connected(Session(), whatIf: true)
            .Invoke(new SetBcSyncScheduleCommand { Name = ["VENDOR"], OnHold = true }).Invoke(new InvokeBcSyncScheduleCommand());

        Assert.Equal(["VENDOR", "CUSTOMER"], run.Streams.Confirmed.Select(asked => asked.Target));
        Assert.Empty(run.Session.Changes);
        Assert.Empty(run.Streams.Outputs);
    }

    [Fact]
    public void A_run_has_its_names_its_time_and_its_jobs()
    {
        var command = new InvokeBcSyncScheduleCommand { Name = ["CUST*"], TimeBudget = TimeSpan.FromMinutes(5), Continuous = true };
        var run = Connected(Session());
        run.Streams.Switches.Add(nameof(command.Continuous));

        run.Invoke(command);

        var request = (ScheduleRequest)Assert.Single(run.Session.Calls).Argument!;
        Assert.Equal(["CUST*"], request.Names);
        Assert.Equal((TimeSpan.FromMinutes(5), true), (request.TimeBudget, request.Continuous));
        Assert.IsType<BcSyncJob>(Assert.Single(run.Streams.Outputs));
    }

    [Fact]
    public void A_run_by_name_can_be_confirmed_to_end_orders_that_look_deleted_by_the_dozen()
    {
        var run = Connected(Session());
        run.Streams.Switches.Add(nameof(InvokeBcSyncScheduleCommand.Force));

        run.Invoke(new InvokeBcSyncScheduleCommand { Name = ["ORDER-STATUS"], Force = true });

        Assert.True(((ScheduleRequest)Assert.Single(run.Session.Calls).Argument!).Force);
    }

    [Fact]
    public void Nothing_is_confirmed_without_naming_what()
    {
        var run = Connected(Session());
        run.Streams.Switches.Add(nameof(InvokeBcSyncScheduleCommand.Force));

        var error = Assert.Throws<CommandStoppedException>(() => run.Invoke(new InvokeBcSyncScheduleCommand { Force = true })).Error;

        Assert.Equal("BcSync.Schedule.ForceNeedsName", error.Id);
        Assert.Contains("-Name ORDER-STATUS", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(run.Session.Calls);
    }

    private static FakeSession Session()
    {
        var session = new FakeSession();
        session.Answer<string?, BcScheduleEntry>(nameof(IScheduleService.GetAsync), name => [Entry(name ?? "CUSTOMER")]);
        session.Answer<ScheduleRequest, BcScheduleEntry>(nameof(IScheduleService.PreviewAsync), _ => [Entry("CUSTOMER")]);
        session.AnswerOne<ScheduleChange, BcScheduleEntry>(nameof(IScheduleService.SetAsync), change => Entry(change.Name));
        session.Answer<ScheduleRequest, BcSyncJob>(nameof(IScheduleService.RunAsync), _ => [Job()]);
        return session;
    }

    private static BcScheduleEntry Entry(string name) => new()
    {
        Name = name, Description = "Synchronizes", IntervalMinutes = 30, IdleMinutes = 720, State = ScheduleState.Ready,
    };

    private static BcSyncJob Job() => new()
    {
        Id = Samples.Id1, RunId = Samples.Id2, Type = SyncJobType.Synchronization, Mapping = "CUSTOMER", Direction = SyncDirection.ToSales, Started = DateTimeOffset.UnixEpoch, Status = SyncJobStatus.Success,
    };
}
