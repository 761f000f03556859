using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Mappings;
using BcSalesSync.PowerShell.Tests.Doubles;
using static BcSalesSync.PowerShell.Tests.Doubles.CommandRun;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class MappingCommandsTests
{
    [Fact]
    public void Only_what_is_given_of_a_row_is_changed()
    {
        var run = Connected().InvokeRows(
            new SetBcFieldMappingCommand(),
            Row(("Mapping", "CUSTOMER"), ("BcField", "name"), ("SalesField", ""), ("ConstantValue", ""), ("Enabled", "True"), ("MatchPriority", "")));

        Assert.Equal(
            new FieldMappingChange { Mapping = "CUSTOMER", BcField = "name", Enabled = true }, run.Session.Calls.Single().Argument);
    }

    [Fact]
    public void A_row_is_added_to_each_mapping_named()
    {
        var run = Connected().Invoke(new NewBcFieldMappingCommand
        {
            Mapping = ["CUSTOMER", "VENDOR"], BcField = "taxNumber", SalesField = "new_tax", Transformation = ["Trim"],
        });

        Assert.Equal(["CUSTOMER", "VENDOR"], run.Session.Calls.Select(call => ((FieldMappingChange)call.Argument!).Mapping));
        Assert.All(run.Session.Calls, call => Assert.Equal(["Trim"], ((FieldMappingChange)call.Argument!).Transformation));
        Assert.Equal(2, run.Streams.Outputs.Count);
    }

    [Fact]
    public void Couplings_go_with_a_mapping_only_when_that_is_said()
    {
        var run = Connected().Invoke(new RemoveBcTableMappingCommand { Name = ["REGION"] });
        Assert.Equal(("REGION", false), run.Session.Calls.Single().Argument);

        var with = Connected();
        with.Streams.Switches.Add(nameof(RemoveBcTableMappingCommand.RemoveCouplings));
        with.Invoke(new RemoveBcTableMappingCommand { Name = ["REGION"], RemoveCouplings = true });
        Assert.Equal(("REGION", true), with.Session.Calls.Single().Argument);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_pattern_stands_for_is_described_as_it_is_done(bool whatIf)
    {
        var run = Connected(new FakeSession { Mappings = [Samples.Mapping("CUSTOMER"), Samples.Mapping("CURRENCY")] }, whatIf);

        run.Invoke(new RemoveBcTableMappingCommand { Name = ["CU*"] }).Invoke(new SetBcTableMappingCommand { Name = ["CU*"], Enabled = false })
            .Invoke(new ResetBcTableMappingCommand { Name = ["CU*"] }).Invoke(new RemoveBcFieldMappingCommand { Mapping = ["CU*"], BcField = "a" });

        Assert.Equal(
            ["CUSTOMER", "CURRENCY", "CUSTOMER", "CURRENCY", "CUSTOMER", "CURRENCY", "CUSTOMER: a", "CURRENCY: a"],
            run.Streams.Confirmed.Select(asked => asked.Target));
        Assert.Equal(whatIf ? 0 : 8, run.Session.Changes.Count(change => change != "GetTableMappingsAsync"));
    }

    [Fact]
    public void A_name_that_is_not_there_is_refused_in_a_description_too()
    {
        var session = new FakeSession { Before = (_, _) => throw new SyncException(Samples.Error(FailureClass.Configuration, "BcSync.Mapping.NotFound")) };

        var run = Connected(session, whatIf: true).Invoke(new RemoveBcTableMappingCommand { Name = ["NONE"] });

        Assert.Equal("BcSync.Mapping.NotFound", Assert.Single(run.Streams.Errors).Id);
        Assert.Empty(run.Streams.Confirmed);
    }

    [Fact]
    public void An_import_emits_what_was_taken_and_errors_for_the_rest()
    {
        var session = new FakeSession();
        session.MappingEditor.Imported = [new() { Value = Samples.Mapping("REGION") }, new() { Error = Samples.Error(), Input = "OTHER" }];

        var run = Connected(session).Invoke(new ImportBcTableMappingCommand { Path = "mappings.json" });

        Assert.Equal("REGION", Assert.IsType<BcTableMapping>(Assert.Single(run.Streams.Outputs)).Name);
        Assert.Equal("OTHER", Assert.Single(run.Streams.Errors).Target);
    }

    [Fact]
    public void An_export_writes_one_file_for_all_names_of_the_pipeline()
    {
        var run = Connected().InvokeRows(
            new ExportBcTableMappingCommand { Path = "mappings.json" }, Row(("Name", "CUSTOMER")), Row(("Name", "CONTACT")));

        Assert.EndsWith("CUSTOMER,CONTACT)", run.Session.Calls.Single().Argument!.ToString(), StringComparison.Ordinal);
    }
}
