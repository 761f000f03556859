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
