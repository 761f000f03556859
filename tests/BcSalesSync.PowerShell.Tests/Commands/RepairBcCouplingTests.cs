using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Couplings;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class RepairBcCouplingTests
{
    [Fact]
    public void Rows_say_which_couplings_to_look_at_and_what_to_do_with_each()
    {
        var run = Connected().InvokeRows(
            new RepairBcCouplingCommand(),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C1"), ("Resolution", "DeleteRecord")),
            Row(("Mapping", "VENDOR"), ("BcNo", "V1"), ("Resolution", "")));

        Assert.Equal(
            [
                new CouplingRepairRequest { Query = Query("CUSTOMER", "C1"), Resolution = CouplingRepair.DeleteRecord },
                new CouplingRepairRequest { Query = Query("VENDOR", "V1") },
            ],
            run.Session.Calls.Where(c => c.Member == nameof(ISyncSession.PlanRepairsAsync)).Select(c => c.Argument));
    }

    [Fact]
    public void Everything_is_looked_at_when_nothing_is_named()
    {
        var run = Connected().Invoke(new RepairBcCouplingCommand());

        Assert.Equal(new CouplingRepairRequest(), run.Session.Calls[0].Argument);
    }

    [Fact]
    public void Each_repair_is_confirmed_in_words_and_the_accepted_ones_travel_together()
    {
        var session = new FakeSession
        {
            OnPlanRepairs = _ =>
            [
                Samples.Repair("1", CouplingRepair.RemoveCoupling), Samples.Repair("2", CouplingRepair.RestoreRecord),
                Samples.Repair("3", CouplingRepair.DeleteRecord),
            ],
        };
        var run = Connected(session);
        run.Streams.Accepts = target => !target.Contains(" 2 ", StringComparison.Ordinal);

        run.Invoke(new RepairBcCouplingCommand { Mapping = ["CUSTOMER"] });

        Assert.Equal(
            [
                "Remove the coupling, the record in Business Central stays", "Create the row in Sales anew from the record in Business Central",
                "Delete the record in Business Central and remove the coupling",
            ],
            run.Streams.Confirmed.Select(c => c.Action));
        var repaired = (IReadOnlyList<BcCouplingRepair>)run.Session.Calls.Single(c => c.Member == nameof(ISyncSession.RepairCouplingsAsync)).Argument!;
        Assert.Equal(["1", "3"], repaired.Select(repair => repair.Coupling.BcNo));
        Assert.Equal(2, run.Streams.Outputs.Count);
    }

    [Fact]
    public void What_nobody_decided_is_an_error_about_its_coupling_and_the_rest_is_repaired()
    {
        var undecided = Samples.Repair("1", CouplingRepair.Report, Samples.Error(id: "BcSync.Coupling.RecordGone"));
        var session = new FakeSession { OnPlanRepairs = _ => [undecided, Samples.Repair("2", CouplingRepair.RemoveCoupling)] };

        var run = Connected(session).Invoke(new RepairBcCouplingCommand());

        var error = Assert.Single(run.Streams.Errors);
        Assert.Equal(("BcSync.Coupling.RecordGone", undecided.Coupling), (error.Id, error.Target));
        Assert.Equal("2", Assert.IsType<BcCoupling>(Assert.Single(run.Streams.Outputs)).BcNo);
    }

    [Fact]
    public void A_coupling_that_several_rows_name_is_repaired_once()
    {
        var run = Connected().InvokeRows(
            new RepairBcCouplingCommand(), Row(("Mapping", "CUSTOMER"), ("BcNo", "C1")), Row(("Mapping", "CUSTOMER"), ("BcNo", "C1")));

        Assert.Single(run.Streams.Confirmed);
        Assert.Single(run.Streams.Outputs);
    }

    [Theory]
    [InlineData(CouplingRepair.DeleteRecord, 10, false, true)]
    [InlineData(CouplingRepair.DeleteRecord, 11, false, false)]
    [InlineData(CouplingRepair.DeleteRecord, 11, true, true)]
    [InlineData(CouplingRepair.RestoreRecord, 11, false, false)]
    [InlineData(CouplingRepair.RemoveCoupling, 11, false, false)]
    [InlineData(CouplingRepair.RemoveCoupling, 11, true, true)]
    public void More_than_ten_couplings_are_repaired_only_by_force_whatever_is_done(CouplingRepair action, int repairs, bool force, bool repaired)
    {
        var run = Connected(Repairing(action, repairs));
        if (force)
            run.Streams.Switches.Add("Force");

        var command = new RepairBcCouplingCommand { Resolution = action };
        if (repaired)
        {
            run.Invoke(command);
        }
        else
        {
            var error = Assert.Throws<CommandStoppedException>(() => run.Invoke(command)).Error;
            Assert.Equal("BcSync.Coupling.TooManyRepairs", error.Id);
            Assert.Contains("may not read", error.Exception.Message, StringComparison.Ordinal);
        }

        Assert.Equal(repaired ? repairs : 0, run.Streams.Outputs.Count);
        Assert.Equal(repaired, run.Session.Changes.Count > 0);
    }

    [Fact]
    public void What_nobody_decided_does_not_count_as_a_repair()
    {
        var undecided = Enumerable.Range(1, 11).Select(number => Samples.Repair($"{number}", CouplingRepair.Report, Samples.Error()));
        var session = new FakeSession { OnPlanRepairs = _ => undecided.Append(Samples.Repair("12", CouplingRepair.RemoveCoupling)) };

        var run = Connected(session).Invoke(new RepairBcCouplingCommand());

        Assert.Single(run.Streams.Outputs);
    }

    [Fact]
    public void WhatIf_shows_more_than_ten_repairs_and_warns_that_they_take_force()
    {
        var run = Connected(Repairing(CouplingRepair.DeleteRecord, 11), whatIf: true)
            .Invoke(new RepairBcCouplingCommand { Resolution = CouplingRepair.DeleteRecord });

        Assert.Equal(11, run.Streams.Confirmed.Count);
        Assert.Contains(run.Streams.Written, w => w.Stream == "Warning" && ((string)w.Value).Contains("-Force", StringComparison.Ordinal));
        Assert.Empty(run.Session.Changes);
    }

    [Fact]
    public void A_coupling_with_an_error_is_not_shown_as_repaired()
    {
        var session = new FakeSession { OnRepair = r => new() { Value = r.Coupling, Input = r.Coupling, Error = Samples.Error() } };

        var run = Connected(session).Invoke(new RepairBcCouplingCommand());

        Assert.Empty(run.Streams.Outputs);
        Assert.Equal("1", Assert.IsType<BcCoupling>(Assert.Single(run.Streams.Errors).Target).BcNo);
    }

    [Fact]
    public void What_may_not_be_read_is_an_error_and_what_was_found_besides_is_repaired()
    {
        var run = Connected(new FakeSession { OnPlanRepairs = _ => FirstThenRefused() }).Invoke(new RepairBcCouplingCommand());

        Assert.Equal("BcSync.Sales.Refused", Assert.Single(run.Streams.Errors).Id);
        Assert.Equal("1", Assert.IsType<BcCoupling>(Assert.Single(run.Streams.Outputs)).BcNo);
    }

    private static IEnumerable<BcCouplingRepair> FirstThenRefused()
    {
        yield return Samples.Repair("1", CouplingRepair.RemoveCoupling);
        throw new SyncException(Samples.Error(id: "BcSync.Sales.Refused") with { Class = FailureClass.Permission });
    }

    private static FakeSession Repairing(CouplingRepair action, int count) => new()
    {
        OnPlanRepairs = _ => Enumerable.Range(1, count).Select(number => Samples.Repair($"{number}", action)),
    };

    private static CouplingQuery Query(string mapping, string number) =>
        new() { Mapping = mapping, Records = new RecordSelector { BcNo = number }, Literal = true };
}
