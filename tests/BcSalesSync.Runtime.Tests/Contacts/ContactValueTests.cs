using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Contacts;

public sealed class ContactValueTests
{
    [Fact]
    [Trait("Scenario", "CON-102")]
    public async Task A_new_last_name_in_Sales_reaches_Business_Central()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        var pair = await world.ContactInStepAsync("CT000201", "Robert Townes");
        await pair.EditSalesAsync(("lastname", "NewLastName"));

        await pair.SyncAsync(SyncDirection.ToBusinessCentral);

        Assert.Equal(("NewLastName", "Robert NewLastName"), (await pair.BcAsync("surname"), await pair.BcAsync("displayName")));
    }

    [Fact]
    [Trait("Scenario", "CON-102")]
    public async Task A_new_surname_in_Business_Central_reaches_Sales()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        var pair = await world.ContactInStepAsync("CT000201", "Robert Townes");
        await pair.EditBcAsync(("surname", "NewLastName"));

        await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal(("NewLastName", "Robert NewLastName"), (await pair.SalesAsync("lastname"), await pair.SalesAsync("fullname")));
    }

    [Fact]
    [Trait("Scenario", "CON-123")]
    public async Task A_contact_without_salesperson_keeps_the_owner_it_has_in_Sales()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        var pair = await world.ContactInStepAsync("CT000201", "Robert Townes");
        var owner = await pair.SalesAsync("ownerid");
        await pair.EditBcAsync(("state", "Texas"), ("salespersonCode", ""));

        await pair.SyncAsync(SyncDirection.ToSales);

        Assert.Equal(("Texas", owner), (await pair.SalesAsync("address1_stateorprovince"), await pair.SalesAsync("ownerid")));
        Assert.NotNull(owner);
    }

    [Fact]
    [Trait("Scenario", "CON-124")]
    public async Task A_renamed_account_renames_the_company_contact_of_its_customer()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var pair = await world.CustomerInStepAsync();
        await pair.EditSalesAsync(("name", "Adatum Renamed"));

        await pair.SyncAsync(SyncDirection.ToBusinessCentral);

        Assert.Equal("Adatum Renamed", await pair.BcAsync("displayName"));
        var company = Assert.Single(await world.Desk.RowsAsync("bc", "contacts"), row => row["number"]!.ToString() == "CT000101");
        Assert.Equal("Adatum Renamed", company["displayName"]!.ToString());
    }
}
