using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Couplings;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class NewBcCouplingTests
{
    [Fact]
    public void Rows_travel_in_chunks_of_a_hundred_in_their_order()
    {
        var run = Connected();
        Dictionary<string, string>[] rows =
            [.. Enumerable.Range(1, 250).Select(i => Row(("Mapping", "CUSTOMER"), ("BcNo", $"C{i}"), ("SalesName", $"A{i}")))];

        run.InvokeRows(new NewBcCouplingCommand(), rows);

        var sent = run.Session.Calls.Select(c => (IReadOnlyList<CouplingRequest>)c.Argument!).ToList();
        Assert.Equal([100, 100, 50], sent.Select(s => s.Count));
        Assert.Equal(Enumerable.Range(1, 250).Select(i => $"C{i}"), sent.SelectMany(s => s).Select(r => r.Records.BcNo));
        Assert.Equal(250, run.Streams.Outputs.Count);
    }

    [Theory]
    [InlineData("No")]
    [InlineData("Number")]
    [InlineData("Code")]
    [InlineData("CustomerNo")]
    [InlineData("ItemNo")]
    public void Headings_that_people_use_bind_as_number(string heading)
    {
        var run = Connected().InvokeRows(
            new NewBcCouplingCommand(), Row(("Table", "CUSTOMER"), (heading, "C10000"), ("AccountName", "Adatum Corp.")));

        Assert.Equal(new RecordSelector { BcNo = "C10000", SalesName = "Adatum Corp." }, Requests(run).Single().Records);
    }

    [Fact]
    public void Ids_bind_from_text()
    {
        var run = Connected().InvokeRows(
            new NewBcCouplingCommand(),
            Row(("MappingName", "CUSTOMER"), ("SystemId", $"{{{Samples.Id1}}}"), ("CrmId", Samples.Id2.ToString())));

        Assert.Equal(new RecordSelector { BcId = Samples.Id1, SalesId = Samples.Id2 }, Requests(run).Single().Records);
    }

    [Fact]
    public void A_bad_id_costs_its_own_row_and_names_row_and_field()
    {
        var run = Connected().InvokeRows(
            new NewBcCouplingCommand(),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C1"), ("SalesName", "A1")),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C2"), ("SalesId", "not-an-id")),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C3"), ("SalesName", "A3")));

        Assert.Equal(["C1", "C3"], Requests(run).Select(r => r.Records.BcNo));
        var error = Assert.Single(run.Streams.Errors);
        Assert.Equal("BcSync.Input.InvalidId", error.Id);
        Assert.Equal(ErrorCategory.InvalidData, error.Category);
        Assert.Contains("row 2", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("SalesId", error.Exception.Message, StringComparison.Ordinal);
        Assert.IsType<PSObject>(error.Target);
    }

    [Fact]
    public void Errors_and_couplings_come_in_the_order_of_the_rows()
    {
        var run = Connected().InvokeRows(
            new NewBcCouplingCommand(),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C1"), ("SalesName", "A1")),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C2")),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C3"), ("SalesName", "A3")));

        Assert.Equal(["Output", "Error", "Output"], run.Streams.Written.Select(w => w.Stream));
    }

    [Fact]
    public void A_refused_row_is_an_error_with_the_row_as_target_and_a_next_step()
    {
        var session = new FakeSession { OnCouple = r => new() { Error = Samples.Error(), Input = r.Input } };
        var run = Connected(session).InvokeRows(
            new NewBcCouplingCommand(), Row(("Mapping", "CUSTOMER"), ("BcNo", "C1"), ("SalesName", "A1")));

        var error = Assert.Single(run.Streams.Errors);
        Assert.Equal("BcSync.Coupling.Taken", error.Id);
        Assert.Equal("Remove that coupling first.", error.RecommendedAction);
        Assert.Same(Requests(run).Single().Input, error.Target);
        Assert.Empty(run.Streams.Outputs);
    }

    [Fact]
    public void The_request_says_which_row_it_came_from()
    {
        var run = Connected().InvokeRows(
            new NewBcCouplingCommand(),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C1"), ("SalesName", "A1")),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C2"), ("SalesName", "A2")));

        Assert.Equal(["row 1", "row 2"], Requests(run).Select(r => r.Origin));
    }

    [Fact]
    public void A_row_without_mapping_is_refused()
    {
        var run = Connected().InvokeRows(new NewBcCouplingCommand(), Row(("Mapping", " "), ("BcNo", "C1"), ("SalesName", "A1")));

        Assert.Equal("BcSync.Input.MappingMissing", Assert.Single(run.Streams.Errors).Id);
        Assert.Empty(run.Session.Calls);
    }

    [Theory]
    [InlineData("", "", "A1", "Business Central")]
    [InlineData("", "C1", "", "Sales")]
    [InlineData("Sales", "", "A1", "Business Central")]
    [InlineData("BusinessCentral", "C1", "", "Sales")]
    [InlineData("Sales", "C1", "A1", "CreateIn")]
    public void A_row_that_does_not_name_the_sides_it_needs_is_refused(string createIn, string bcNo, string salesName, string named)
    {
        var run = Connected().InvokeRows(
            new NewBcCouplingCommand(),
            Row(("Mapping", "CUSTOMER"), ("BcNo", bcNo), ("SalesName", salesName), ("CreateIn", createIn)));

        var error = Assert.Single(run.Streams.Errors);
        Assert.Equal("BcSync.Input.SideMissing", error.Id);
        Assert.Contains(named, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(run.Session.Calls);
    }

    [Fact]
    public void One_side_and_where_to_create_the_other_is_enough()
    {
        var run = Connected().InvokeRows(
            new NewBcCouplingCommand(), Row(("Mapping", "CUSTOMER"), ("BcNo", "C1"), ("CreateIn", "Sales"), ("Sync", "ToSales")));

        var request = Requests(run).Single();
        Assert.Equal((SystemSide.Sales, SyncDirection.ToSales), (request.CreateIn, request.Sync));
    }

    [Fact]
    public void Typed_parameters_work_without_a_pipeline()
    {
        var run = Connected().Invoke(new NewBcCouplingCommand { Mapping = ["CUSTOMER"], BcNo = "C1", SalesName = "A1" });

        Assert.Equal("C1", Requests(run).Single().Records.BcNo);
        Assert.Null(Requests(run).Single().Origin);
    }

    [Fact]
    public void Each_row_is_confirmed_and_only_the_accepted_ones_are_sent()
    {
        var run = Connected();
        run.Streams.Accepts = target => !target.Contains("C2", StringComparison.Ordinal);

        run.InvokeRows(
            new NewBcCouplingCommand(),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C1"), ("SalesName", "A1")),
            Row(("Mapping", "CUSTOMER"), ("BcNo", "C2"), ("SalesName", "A2")));

        Assert.Equal(["CUSTOMER C1 - A1", "CUSTOMER C2 - A2"], run.Streams.Confirmed.Select(c => c.Target));
        Assert.Equal("C1", Requests(run).Single().Records.BcNo);
    }

    [Fact]
    public void A_failure_of_the_whole_command_ends_it()
    {
        var locked = Samples.Error(FailureClass.Fatal, "BcSync.State.Locked");
        var session = new FakeSession { Before = (_, _) => throw new SyncException(locked) };
        var run = Connected(session);

        var stopped = Assert.Throws<CommandStoppedException>(() =>
            run.Invoke(new NewBcCouplingCommand { Mapping = ["CUSTOMER"], BcNo = "C1", SalesName = "A1" }));
        Assert.Equal("BcSync.State.Locked", stopped.Error.Id);
    }

    private static CouplingRequest[] Requests(CommandRun run) => [.. run.Session.Calls
        .Where(c => c.Member == nameof(ISyncSession.CoupleAsync))
        .SelectMany(c => (IReadOnlyList<CouplingRequest>)c.Argument!)];
}
