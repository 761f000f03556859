using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Customers;

public sealed class PrimaryContactTests
{
    [Fact]
    [Trait("Scenario", "CUS-116")]
    public async Task The_primary_contact_reaches_the_account()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        await customer.EditBcAsync(("primaryContactNumber", "CT000202"));

        await customer.SyncAsync(SyncDirection.ToSales);

        Assert.Equal(contact.SalesId.ToString("D"), await customer.SalesAsync("primarycontactid"));
    }

    [Fact]
    [Trait("Scenario", "CUS-118")]
    public async Task The_primary_contact_of_the_account_reaches_the_customer()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        await customer.EditSalesAsync(("primarycontactid", contact.SalesId));

        await customer.SyncAsync(SyncDirection.ToBusinessCentral);

        Assert.Equal("CT000202", await customer.BcAsync("primaryContactNumber"));
    }

    [Fact]
    [Trait("Scenario", "CUS-121")]
    public async Task An_uncoupled_primary_contact_empties_that_of_the_account()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var other = await world.SalesIdAsync("CONTACT", "fullname", "Mira Ostrowski");
        var customer = await world.PairAsync("CUSTOMER", "C10000", "Adatum Corp.");
        await customer.EditSalesAsync(("primarycontactid", other));

        var result = await customer.SyncAsync(SyncDirection.ToSales);

        Assert.Null(result.Error);
        Assert.Null(await customer.SalesAsync("primarycontactid"));
    }

    [Fact]
    public async Task A_primary_contact_that_was_left_out_follows_as_soon_as_it_is_coupled()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000201", "Robert Townes");

        await world.RunAsync("CUSTOMER");

        Assert.Equal(contact.SalesId.ToString("D"), await customer.SalesAsync("primarycontactid"));
    }

    [Fact]
    [Trait("Scenario", "CUS-128")]
    public async Task An_uncoupled_primary_contact_of_the_account_blanks_that_of_the_customer()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        var contact = await world.ContactInStepAsync("CT000201", "Robert Townes");
        await world.RunAsync("CUSTOMER");
        Assert.Equal(contact.SalesId.ToString("D"), await customer.SalesAsync("primarycontactid"));
        await customer.EditSalesAsync(("primarycontactid", await world.SalesIdAsync("CONTACT", "fullname", "Mira Ostrowski")));

        var result = await customer.SyncAsync(SyncDirection.ToBusinessCentral);

        Assert.Null(result.Error);
        Assert.Equal("", await customer.BcAsync("primaryContactNumber"));
    }

    [Fact]
    [Trait("Scenario", "CUS-132")]
    public async Task A_contact_created_before_its_customer_becomes_primary_contact_of_the_new_account()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var contact = await world.CreateInSalesAsync("CONTACT", "CT000208");

        var customer = await world.CreateInSalesAsync("CUSTOMER", "C60000");

        Assert.Equal(contact.SalesId.ToString("D"), await customer.SalesAsync("primarycontactid"));
    }

    [Fact]
    public async Task An_account_without_primary_contact_does_not_take_away_one_it_cannot_know()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        await customer.EditSalesAsync(("name", "Adatum Renamed"));

        await customer.SyncAsync(SyncDirection.ToBusinessCentral);

        Assert.Equal(("Adatum Renamed", "CT000201"), (await customer.BcAsync("displayName"), await customer.BcAsync("primaryContactNumber")));
    }

    [Fact]
    public async Task An_account_that_loses_a_coupled_primary_contact_takes_it_from_the_customer()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        await world.ContactInStepAsync("CT000201", "Robert Townes");
        await world.RunAsync("CUSTOMER");
        await customer.EditSalesAsync(("primarycontactid", null));

        await world.RunAsync("CUSTOMER");

        Assert.Equal("", await customer.BcAsync("primaryContactNumber"));
    }
}
