using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Synchronization;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class InvokeBcSyncNowTests
{
    private static InvokeBcSyncNowCommand OneRecord(SyncDirection? direction = null) =>
        new() { Mapping = ["CUSTOMER"], BcNo = "C10000", Direction = direction };

    [Fact]
    public void A_record_is_synchronised_in_the_given_direction()
    {
        var run = Connected().Invoke(OneRecord(SyncDirection.ToSales));

        var request = Requests(run).Single();
        Assert.Equal(("CUSTOMER", SyncDirection.ToSales), (request.Mapping, request.Direction));
        Assert.Equal("C10000", Assert.Single(request.Records).BcNo);
        Assert.IsType<BcSyncResult>(Assert.Single(run.Streams.Outputs));
    }

    [Fact]
    public void Without_a_record_the_whole_mapping_runs_once_in_its_own_direction()
    {
        var run = Connected().Invoke(new InvokeBcSyncNowCommand { Mapping = ["CUSTOMER"] });

        var request = Requests(run).Single();
        Assert.Null(request.Direction);
        Assert.Empty(request.Records);
        Assert.Empty(run.Streams.Questions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Scenario", "SET-118")]
    public void Without_a_mapping_all_of_them_run_once_that_is_confirmed(bool confirmed)
    {
        var run = Connected();
        run.Streams.Accepts = _ => confirmed;

        run.Invoke(new InvokeBcSyncNowCommand());

        Assert.Equal(("all mappings", "Synchronize"), Assert.Single(run.Streams.Confirmed));
        Assert.Equal(confirmed ? [null] : [], Requests(run).Select(request => request.Mapping));
    }

    [Fact]
    public void A_row_that_names_no_record_does_not_run_the_whole_mapping()
    {
        var run = Connected().InvokeRows(new InvokeBcSyncNowCommand(), Row(("Mapping", "CUSTOMER"), ("BcNo", "")));

        Assert.Equal("BcSync.Input.RecordMissing", Assert.Single(run.Streams.Errors).Id);
        Assert.Empty(run.Session.Calls);
    }

    [Theory]
    [InlineData("BcNo", "BcSync.Input.RecordMissing")]
    [InlineData("SalesId", "BcSync.Input.RecordMissing")]
    [InlineData("Mapping", "BcSync.Input.MappingMissing")]
    public void A_parameter_with_an_empty_variable_does_not_stand_for_everything(string parameter, string errorId)
    {
        var run = Connected();
        run.Streams.Given.UnionWith(["Direction", parameter]);

        run.Invoke(new InvokeBcSyncNowCommand { Mapping = parameter is "Mapping" ? null : ["CUSTOMER"], Direction = SyncDirection.ToSales });

        Assert.Equal(errorId, Assert.Single(run.Streams.Errors).Id);
        Assert.Empty(run.Session.Calls);
    }

    [Fact]
    public void Records_of_the_pipeline_travel_together_by_mapping_and_direction()
    {
        var run = Connected().InvokeRows(
            new InvokeBcSyncNowCommand(),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C1"), ("Direction", "ToSales")),
            Row(("Mapping", "CONTACT"), ("BcNo", "CT1"), ("Direction", "ToSales")),
            Row(("Mapping", "customer"), ("BcNo", "C2"), ("Direction", "ToSales")),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C3"), ("Direction", "ToBusinessCentral")));

        Assert.Equal(["C1,C2", "CT1", "C3"], Requests(run).Select(r => string.Join(',', r.Records.Select(s => s.BcNo))));
    }

    [Fact]
    public void A_one_way_mapping_uses_its_own_direction_without_asking()
    {
        var session = new FakeSession { Mappings = [Samples.Mapping("CUSTOMER", SyncDirection.ToSales)] };

        var run = Connected(session).Invoke(OneRecord());

        Assert.Empty(run.Streams.Questions);
        Assert.Null(Requests(run).Single().Direction);
    }

    [Fact]
    public void With_nobody_to_ask_a_two_way_mapping_needs_a_direction()
    {
        var run = Connected().Invoke(OneRecord());

        var error = Assert.Single(run.Streams.Errors);
        Assert.Equal("BcSync.Input.DirectionMissing", error.Id);
        Assert.Contains("-Direction", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(run.Session.Changes);
    }

    [Theory]
    [InlineData(SyncDirection.ToSales, SyncAction.Updated, 0, 3)]
    [InlineData(SyncDirection.ToBusinessCentral, SyncAction.Updated, 1, 3)]
    [InlineData(SyncDirection.ToSales, SyncAction.Conflict, 0, 2)]
    [InlineData(SyncDirection.ToSales, SyncAction.Unchanged, -1, 3)]
    public void The_side_that_changed_is_offered_first_and_a_clash_cannot_be_merged(
        SyncDirection direction, SyncAction action, int preset, int options)
    {
        var run = Connected(new FakeSession { Plan = [Samples.Planned(direction, action)] });
        run.Streams.Answer = 0;

        run.Invoke(OneRecord());

        var question = Assert.Single(run.Streams.Questions);
        Assert.Equal((preset, options), (question.Default, question.Labels.Length));
    }

    [Theory]
    [InlineData(0, SyncDirection.ToSales)]
    [InlineData(1, SyncDirection.ToBusinessCentral)]
    [InlineData(2, SyncDirection.Both)]
    public void The_answer_decides_the_direction(int answer, SyncDirection direction)
    {
        var run = Connected();
        run.Streams.Answer = answer;

        run.Invoke(OneRecord());

        Assert.Equal(direction, Requests(run).Single().Direction);
    }

    [Fact]
    public void For_several_records_there_is_one_question_without_preset_or_merge()
    {
        var run = Connected();
        run.Streams.Answer = 1;

        run.InvokeRows(
            new InvokeBcSyncNowCommand(),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C1")),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C2")));

        var question = Assert.Single(run.Streams.Questions);
        Assert.Equal((-1, 2), (question.Default, question.Labels.Length));
        Assert.Equal(SyncDirection.ToBusinessCentral, Requests(run).Single().Direction);
    }

    [Fact]
    public void WhatIf_describes_the_plan_record_by_record_and_changes_nothing()
    {
        var session = new FakeSession { Plan = [Samples.Planned(SyncDirection.ToSales, SyncAction.Updated)] };

        var run = Connected(session, whatIf: true).Invoke(OneRecord());

        Assert.Equal(
            ("CUSTOMER C10000 - Adatum Corp.", "Update in Sales: name (changed in Business Central)"),
            Assert.Single(run.Streams.Confirmed));
        Assert.Empty(run.Session.Changes);
        Assert.Empty(run.Streams.Outputs);
    }

    [Fact]
    public void A_failed_record_is_output_and_error_with_its_row_as_target_and_the_rest_goes_on()
    {
        var session = new FakeSession { OnSync = r => Samples.Result(r.BcNo, r.BcNo == "C1" ? Samples.Error() : null) };
        var run = Connected(session).InvokeRows(
            new InvokeBcSyncNowCommand(),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C1"), ("Direction", "ToSales")),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C2"), ("Direction", "ToSales")));

        Assert.Equal(2, run.Streams.Outputs.Count);
        Assert.IsType<System.Management.Automation.PSObject>(Assert.Single(run.Streams.Errors).Target);
    }

    [Fact]
    public void Force_is_passed_on()
    {
        var run = Connected();
        run.Streams.Switches.Add("Force");

        run.Invoke(OneRecord(SyncDirection.ToSales));

        Assert.True(Requests(run).Single().Force);
    }

    private static SyncNowRequest[] Requests(CommandRun run) => [.. run.Session.Calls
        .Where(c => c.Member == nameof(ISyncSession.SyncNowAsync)).Select(c => (SyncNowRequest)c.Argument!)];
}
