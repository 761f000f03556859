using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Conflicts;

public sealed class MergeTests
{
    [Fact]
    public async Task A_contact_that_moves_in_Sales_while_Business_Central_edits_it_moves_there_too()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        var other = await world.CustomerInStepAsync("C20000", "Trey Research");
        var pair = await world.ContactInStepAsync("CT000201", "Robert Townes");
        await pair.EditBcAsync(("email", "robert@trey.example"));
        await pair.EditSalesAsync(("parentcustomerid", other.SalesId));

        await world.RunAsync("CONTACT");

        Assert.Equal(
            ("robert@trey.example", other.SalesId.ToString()), (await pair.SalesAsync("emailaddress1"), await pair.SalesAsync("parentcustomerid")));
        Assert.Equal("CT000102", await pair.BcAsync("companyNumber"));
    }

    [Fact]
    public async Task Edits_of_different_fields_merge_in_one_run()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("city", "Ely"));
        await pair.EditSalesAsync(("telephone1", "555 0177"));

        var results = await world.RunAsync("CUSTOMER");

        Assert.Equal([SyncAction.Updated, SyncAction.Updated], results.Select(result => result.Action));
        Assert.Equal(("Ely", "555 0177"), (await pair.BcAsync("city"), await pair.BcAsync("phoneNumber")));
        Assert.Equal(("Ely", "555 0177"), (await pair.SalesAsync("address1_city"), await pair.SalesAsync("telephone1")));
    }

    [Fact]
    public async Task Edits_of_different_fields_merge_when_one_record_is_synchronised_in_both_directions()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("city", "Ely"));
        await pair.EditSalesAsync(("telephone1", "555 0177"));

        await world.SyncAsync("CUSTOMER", SyncDirection.Both, new RecordSelector { BcId = pair.BcId });

        Assert.Equal(("Ely", "555 0177"), (await pair.SalesAsync("address1_city"), await pair.BcAsync("phoneNumber")));
    }

    [Fact]
    public async Task The_same_edit_on_both_sides_is_no_conflict()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("city", "Ely"));
        await pair.EditSalesAsync(("address1_city", "Ely"));

        Assert.Empty(await world.RunAsync("CUSTOMER"));

        Assert.Equal("Unchanged=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        Assert.Equal("Unchanged=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToBusinessCentral));
    }

    [Fact]
    public async Task With_the_record_as_scope_edits_of_different_fields_are_a_conflict()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", ConflictScope = ConflictScope.Record });
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("city", "Ely"));
        await pair.EditSalesAsync(("telephone1", "555 0177"));

        var results = await world.RunAsync("CUSTOMER");

        Assert.Equal([SyncAction.Conflict, SyncAction.Conflict], results.Select(result => result.Action));
        Assert.Equal("Cambridge", await pair.SalesAsync("address1_city"));
    }

    [Theory]
    [InlineData(SyncDirection.ToSales)]
    [InlineData(SyncDirection.ToBusinessCentral)]
    [Trait("Scenario", "CFL-102")]
    [Trait("Scenario", "CFL-105")]
    public async Task Edits_of_fields_that_are_not_mapped_clash_under_no_rule(SyncDirection direction)
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", ConflictScope = ConflictScope.Record });
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("taxRegistrationNumber", "111"));
        await pair.EditSalesAsync(("telephone2", "222"));

        await world.RunAsync("CUSTOMER", direction);

        Assert.Equal("Unchanged=1", await world.CountsAsync("CUSTOMER", direction));
        Assert.Equal(("111", "222"), (await pair.BcAsync("taxRegistrationNumber"), await pair.SalesAsync("telephone2")));
    }

    [Fact]
    [Trait("Scenario", "CFL-106")]
    public async Task A_field_that_only_goes_to_Sales_overwrites_an_edit_there()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", ConflictScope = ConflictScope.Record });
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("creditLimit", 111));
        await pair.EditSalesAsync(("creditlimit", 222));

        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        Assert.Equal("111.0000", await pair.SalesAsync("creditlimit"));
    }

    [Theory]
    [InlineData(SyncDirection.ToSales, "111")]
    [InlineData(SyncDirection.ToBusinessCentral, "222")]
    [Trait("Scenario", "CFL-122")]
    public async Task A_mapping_of_one_direction_overwrites_without_a_conflict(SyncDirection direction, string winner)
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", Direction = direction });
        await pair.EditBcAsync(("faxNumber", "111"));
        await pair.EditSalesAsync(("fax", "222"));

        await world.RunAsync("CUSTOMER");

        Assert.Equal("Modified=1", await world.CountsAsync("CUSTOMER", direction));
        Assert.Equal((winner, winner), (await pair.BcAsync("faxNumber"), await pair.SalesAsync("fax")));
    }

    [Fact]
    [Trait("Scenario", "CFL-130")]
    public async Task A_change_of_an_unmapped_field_is_seen_once_and_writes_nothing()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        world.Clock.Advance(TimeSpan.FromDays(1));
        await pair.EditBcAsync(("taxRegistrationNumber", "111"));
        var modified = await pair.SalesAsync("modifiedon");

        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);

        Assert.Equal("Unchanged=1", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
        Assert.Equal(modified, await pair.SalesAsync("modifiedon"));
        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        Assert.Equal("", await world.CountsAsync("CUSTOMER", SyncDirection.ToSales));
    }

    [Fact]
    [Trait("Scenario", "CFL-133")]
    public async Task Only_a_chosen_side_overwrites_an_account_that_was_touched()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", ConflictScope = ConflictScope.Record });
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("addressLine1", "New Street 1"));
        await pair.EditSalesAsync(("telephone2", "222"));

        await world.RunAsync("CUSTOMER", SyncDirection.ToSales);
        Assert.Equal("Station Road 21", await pair.SalesAsync("address1_line1"));
        await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal("New Street 1", await pair.SalesAsync("address1_line1"));
    }

    [Fact]
    [Trait("Scenario", "CFL-147")]
    public async Task A_one_way_field_counts_as_changed_only_where_it_differs()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.ChangeAsync(new TableMappingChange { Name = "CUSTOMER", ConflictScope = ConflictScope.Record });
        var pair = await world.CustomerInStepAsync();
        await pair.EditBcAsync(("creditLimit", 111));
        var request = new SyncNowRequest { Mapping = "CUSTOMER", Direction = SyncDirection.ToSales };

        var planned = await world.Session.PlanAsync(request, world.Observer, default).SingleAsync();
        await pair.EditSalesAsync(("creditlimit", 111));
        var equal = await world.Session.PlanAsync(request, world.Observer, default).ToListAsync();

        Assert.Equal((SyncAction.Updated, "creditlimit"), (planned.Action, Assert.Single(planned.Changes).Field));
        Assert.Empty(equal);
    }
}
