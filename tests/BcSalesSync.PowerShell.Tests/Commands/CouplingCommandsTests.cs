using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Couplings;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class CouplingCommandsTests
{
    [Fact]
    public void Couplings_are_asked_for_by_every_selector_and_switch()
    {
        var run = Connected();
        run.Streams.Switches.Add("Skipped");

        run.Invoke(new GetBcCouplingCommand { Mapping = ["CUST*"], SalesId = Samples.Id2.ToString() });

        Assert.Equal(
            new CouplingQuery { Mapping = "CUST*", Records = new RecordSelector { SalesId = Samples.Id2 }, Skipped = true },
            run.Session.Calls.Single().Argument);
    }

    [Fact]
    public void Typed_names_may_hold_wildcards_and_those_of_rows_are_meant_as_they_stand()
    {
        var typed = Connected().Invoke(new GetBcCouplingCommand { BcNo = "C1*" });
        var rows = Connected().InvokeRows(new RemoveBcCouplingCommand(), Row(("Mapping", "CUSTOMER"), ("SalesName", "Why?")));

        Assert.Equal(new CouplingQuery { Records = new RecordSelector { BcNo = "C1*" } }, typed.Session.Calls.Single().Argument);
        Assert.Equal(
            new CouplingQuery { Mapping = "CUSTOMER", Records = new RecordSelector { SalesName = "Why?" }, Literal = true },
            rows.Session.Calls[0].Argument);
    }

    [Fact]
    public void All_couplings_are_asked_for_when_nothing_is_named()
    {
        var run = Connected().Invoke(new GetBcCouplingCommand());

        Assert.Equal(new CouplingQuery(), run.Session.Calls.Single().Argument);
    }

    [Fact]
    public void Removing_confirms_each_coupling_and_removes_the_accepted_ones_together()
    {
        var session = new FakeSession { OnCouplings = _ => [Samples.Coupling("C1"), Samples.Coupling("C2"), Samples.Coupling("C3")] };
        var run = Connected(session);
        run.Streams.Accepts = target => !target.Contains("C2", StringComparison.Ordinal);

        run.Invoke(new RemoveBcCouplingCommand { Mapping = ["CUSTOMER"] });

        var removed = (IReadOnlyList<BcCoupling>)run.Session.Calls.Single(c => c.Member == nameof(ISyncSession.UncoupleAsync)).Argument!;
        Assert.Equal(["C1", "C3"], removed.Select(c => c.BcNo));
        Assert.Equal(2, run.Streams.Outputs.Count);
        Assert.Equal(3, run.Streams.Confirmed.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Removing_what_an_empty_variable_names_removes_nothing(bool piped)
    {
        var run = Connected(new FakeSession { OnCouplings = _ => [Samples.Coupling("C1")] });
        run.Streams.ReadsPipeline = piped;
        run.Streams.Given.UnionWith(piped ? ["Mapping"] : ["Mapping", "BcNo"]);

        run.Invoke(new RemoveBcCouplingCommand { Mapping = ["CUSTOMER"] });

        Assert.Equal("BcSync.Input.RecordMissing", Assert.Single(run.Streams.Errors).Id);
        Assert.Empty(run.Session.Calls);
    }

    [Fact]
    public void Removing_without_saying_what_is_refused()
    {
        var run = Connected().Invoke(new RemoveBcCouplingCommand());

        Assert.Equal("BcSync.Input.RecordMissing", Assert.Single(run.Streams.Errors).Id);
        Assert.Empty(run.Session.Calls);
    }

    [Fact]
    public void A_row_with_empty_selectors_does_not_remove_a_whole_mapping()
    {
        var run = Connected().InvokeRows(new RemoveBcCouplingCommand(), Row(("Mapping", "CUSTOMER"), ("BcNo", "")));

        Assert.Equal("BcSync.Input.RecordMissing", Assert.Single(run.Streams.Errors).Id);
        Assert.Empty(run.Session.Calls);
    }

    [Fact]
    public void A_coupling_that_cannot_be_removed_is_an_error_and_the_others_go()
    {
        var session = new FakeSession
        {
            OnCouplings = _ => [Samples.Coupling("C1"), Samples.Coupling("C2")],
            OnUncouple = c => c.BcNo == "C1" ? new() { Error = Samples.Error(), Input = c } : new() { Value = c },
        };

        var run = Connected(session).Invoke(new RemoveBcCouplingCommand { Mapping = ["CUSTOMER"] });

        Assert.Equal("C1", Assert.IsType<BcCoupling>(Assert.Single(run.Streams.Errors).Target).BcNo);
        Assert.Single(run.Streams.Outputs);
    }

    [Fact]
    public void Importing_passes_the_resolved_file_on_and_reports_each_row()
    {
        var session = new FakeSession { Imported = [new() { Value = Samples.Coupling("C1") }, new() { Error = Samples.Error() }] };

        var run = Connected(session).Invoke(new ImportBcCouplingCommand { Path = "c.csv", Mapping = ["CUSTOMER"], Delimiter = ";" });

        Assert.Equal(
            new CouplingFile { Path = "/resolved/c.csv", Mapping = "CUSTOMER", Delimiter = ";" }, run.Session.Calls.Single().Argument);
        Assert.Equal(["Output", "Error"], run.Streams.Written.Select(w => w.Stream));
    }

    [Fact]
    public void WhatIf_of_an_import_names_each_good_row_and_reports_each_bad_one()
    {
        var session = new FakeSession
        {
            FileRows =
            [
                new()
                {
                    Value = new CouplingRequest { Mapping = "CUSTOMER", Records = new RecordSelector { BcNo = "C1", SalesName = "A1" } },
                },
                new() { Error = Samples.Error() },
            ],
        };

        var run = Connected(session, whatIf: true).Invoke(new ImportBcCouplingCommand { Path = "c.csv" });

        Assert.Equal(("CUSTOMER C1 - A1", "Couple"), Assert.Single(run.Streams.Confirmed));
        Assert.Single(run.Streams.Errors);
    }

    [Fact]
    public void WhatIf_of_an_import_reports_rows_that_either_system_would_not_take_and_leaves_out_those_that_are_coupled()
    {
        var session = new FakeSession
        {
            FileRows = [.. new[] { "C1", "C2", "C3" }.Select(number => new Outcome<CouplingRequest>
            {
                Value = new CouplingRequest { Mapping = "CUSTOMER", Records = new RecordSelector { BcNo = number, SalesName = "A1" } },
            })],
            OnCheck = Check,
        };

        var run = Connected(session, whatIf: true).Invoke(new ImportBcCouplingCommand { Path = "c.csv" });

        Assert.Equal(("CUSTOMER C1 - A1", "Couple"), Assert.Single(run.Streams.Confirmed));
        Assert.Single(run.Streams.Errors);
        Assert.Empty(session.Changes);
    }

    [Fact]
    public void WhatIf_of_a_new_coupling_says_what_would_be_refused()
    {
        var session = new FakeSession { OnCheck = Check };

        var run = Connected(session, whatIf: true).InvokeRows(
            new NewBcCouplingCommand(),
            [.. new[] { "C1", "C2", "C3" }.Select(number => Row(("Mapping", "CUSTOMER"), ("BcNo", number), ("SalesName", "A1")))]);

        Assert.Equal(("CUSTOMER C1 - A1", "Couple"), Assert.Single(run.Streams.Confirmed));
        Assert.Single(run.Streams.Errors);
        Assert.Empty(session.Changes);
    }

    // C2 is refused, C3 is coupled already.
    private static Outcome<CouplingRequest> Check(CouplingRequest request) => request.Records.BcNo switch
    {
        "C2" => new() { Error = Samples.Error() },
        "C3" => new() { Value = request, Unchanged = true },
        _ => new() { Value = request },
    };
}
