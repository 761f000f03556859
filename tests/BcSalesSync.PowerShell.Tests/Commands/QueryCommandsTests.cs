using System.Collections;
using System.Collections.Specialized;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Mappings;
using BcSalesSync.PowerShell.Commands.Sandbox;
using BcSalesSync.PowerShell.Commands.Status;
using BcSalesSync.PowerShell.Commands.Synchronization;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class QueryCommandsTests
{
    [Fact]
    public void Several_names_are_asked_for_one_after_the_other()
    {
        var run = Connected().Invoke(new GetBcTableMappingCommand { Name = ["CUSTOMER", "CONT*"] });

        Assert.Equal(["CUSTOMER", "CONT*"], run.Session.Calls.Select(c => (string?)c.Argument));
    }

    [Fact]
    public void Only_what_is_given_of_a_mapping_is_changed()
    {
        var run = Connected().InvokeRows(
            new SetBcTableMappingCommand(), Row(("Name", "CUSTOMER"), ("Enabled", "False"), ("IntervalMinutes", ""), ("BcFilter", "")));

        Assert.Equal(
            new TableMappingChange { Name = "CUSTOMER", Enabled = false, BcFilter = string.Empty }, run.Session.Calls.Single().Argument);
    }

    [Fact]
    public void Fields_are_narrowed_by_the_side_they_were_asked_for()
    {
        var session = new FakeSession { Fields = [Field("name", "fullname"), Field("number", "name")] };

        var run = Connected(session).Invoke(new GetBcFieldMappingCommand { Mapping = ["CUSTOMER"], BcField = "na*" });

        Assert.Equal("fullname", Assert.IsType<BcFieldMapping>(Assert.Single(run.Streams.Outputs)).SalesField);
    }

    [Fact]
    public void Jobs_errors_and_overwritten_values_pipe_by_their_ids()
    {
        var run = Connected()
            .InvokeRows(new GetBcSyncErrorCommand(), Row(("Id", Samples.Id1.ToString())))
            .InvokeRows(new GetBcOverwrittenValueCommand(), Row(("Id", Samples.Id1.ToString())))
            .InvokeRows(new GetBcSyncJobCommand(), Row(("JobId", Samples.Id2.ToString())));

        Assert.Equal(
            [new ErrorQuery { JobId = Samples.Id1 }, new OverwrittenValueQuery { JobId = Samples.Id1 }, new JobQuery { Id = Samples.Id2 }],
            run.Session.Calls.Select(c => c.Argument));
    }

    [Fact]
    public void A_bad_job_id_is_an_error_of_its_own()
    {
        var run = Connected().Invoke(new GetBcSyncJobCommand { Id = "17" });

        Assert.Equal("BcSync.Input.InvalidId", Assert.Single(run.Streams.Errors).Id);
    }

    [Fact]
    public void A_full_plan_is_asked_for_by_its_switch()
    {
        var run = Connected();
        run.Streams.Switches.Add("Full");

        run.Invoke(new GetBcSyncPlanCommand());

        Assert.True(Assert.IsType<SyncNowRequest>(run.Session.Calls.Single().Argument).Full);
    }

    [Fact]
    public void A_record_is_taken_up_again_by_its_id()
    {
        var run = Connected().InvokeRows(
            new ResumeBcSyncRecordCommand(), Row(("Mapping", "CUSTOMER"), ("BcId", Samples.Id1.ToString()), ("SalesName", "")));

        Assert.Equal(
            new CouplingQuery { Mapping = "CUSTOMER", Records = new RecordSelector { BcId = Samples.Id1 }, Literal = true },
            run.Session.Calls.Single().Argument);
    }

    [Fact]
    public void A_sandbox_event_goes_by_the_names_of_the_control_interface_and_returns_what_changed()
    {
        var run = Connected().Invoke(new InvokeBcSandboxEventCommand { Type = "PostOrder", Argument = new Hashtable { ["no"] = "S-1" } });

        var (type, arguments) = ((string, IReadOnlyDictionary<string, object?>))run.Session.Calls.Single().Argument!;
        Assert.Equal(("postOrder", "S-1"), (type, arguments["no"]));
        Assert.True(Assert.IsType<OrderedDictionary>(Assert.Single(run.Streams.Outputs)).Contains("changed"));
    }

    private static BcFieldMapping Field(string bc, string sales) =>
        new() { Mapping = "CUSTOMER", BcField = bc, SalesField = sales, Direction = SyncDirection.Both };
}
