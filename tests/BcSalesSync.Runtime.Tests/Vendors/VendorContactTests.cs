using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Vendors;

public sealed class VendorContactTests
{
    [Fact]
    public async Task A_person_of_a_vendor_comes_under_its_account_and_becomes_its_primary_contact()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var vendor = await world.VendorInStepAsync();
        var number = await world.AddPersonAsync(await world.CompanyOfVendorAsync(vendor.BcId), "Ada", "Berg");

        var contact = await world.CreateInSalesAsync("CONTACT", number);

        Assert.Equal(vendor.SalesId.ToString("D"), await contact.SalesAsync("parentcustomerid"));
        Assert.Equal(contact.SalesId.ToString("D"), await vendor.SalesAsync("primarycontactid"));
    }

    [Fact]
    public async Task A_contact_of_the_account_of_a_vendor_joins_its_company_and_becomes_its_primary_contact()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var vendor = await world.VendorInStepAsync();
        var salesId = await world.AddContactAsync(vendor.SalesId);

        var coupling = await world.CreatedAsync("CONTACT", new RecordSelector { SalesId = salesId }, SystemSide.BusinessCentral);

        var contact = (await world.Desk.RowAsync("bc", "contacts", coupling.BcId))!;
        Assert.Equal(await world.CompanyOfVendorAsync(vendor.BcId), contact["companyNumber"]!.ToString());
        Assert.Equal(contact["number"]!.ToString(), await vendor.BcAsync("primaryContactNumber"));
    }

    [Fact]
    public async Task A_contact_that_moves_from_a_customer_to_a_vendor_moves_on_the_other_side_too()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var customer = await world.CustomerInStepAsync();
        var vendor = await world.VendorInStepAsync();
        var contact = await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        Assert.Equal(customer.SalesId.ToString("D"), await contact.SalesAsync("parentcustomerid"));
        await contact.EditBcAsync(("companyNumber", await world.CompanyOfVendorAsync(vendor.BcId)));

        await world.RunAsync("CONTACT");

        Assert.Equal(vendor.SalesId.ToString("D"), await contact.SalesAsync("parentcustomerid"));
        await contact.EditSalesAsync(("parentcustomerid", customer.SalesId));
        await world.RunAsync("CONTACT");
        Assert.Equal("CT000101", await contact.BcAsync("companyNumber"));
        Assert.Empty(await world.RunAsync("CONTACT"));
    }

    [Fact]
    public async Task A_person_whose_company_is_neither_customer_nor_vendor_is_passed_over()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.AllowCreationAsync("CONTACT");
        await world.RunAsync("CONTACT");
        var prospect = (await world.Desk.BcAsync("contacts", new { type = "Company", displayName = "Prospect Ltd." }))[0]!["number"]!.ToString();
        var number = await world.AddPersonAsync(prospect, "Nora", "Lind");

        Assert.DoesNotContain(await world.RunAsync("CONTACT", SyncDirection.ToSales), result => result.BcNo == number);

        Assert.DoesNotContain(await world.Desk.RowsAsync("sales", "contacts"), row => row["fullname"]?.ToString() == "Nora Lind");
    }

    [Fact]
    public async Task A_contact_that_waits_for_its_account_is_created_once_the_account_is_coupled_to_a_vendor()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var account = await world.AddInSalesAsync("VENDOR", new { name = "Litware Supplies", customertypecode = 11 });
        var salesId = await world.AddContactAsync(account);
        await world.AllowCreationAsync("CONTACT");
        var failed = Assert.Single(await world.SyncAsync("CONTACT", SyncDirection.ToBusinessCentral, new RecordSelector { SalesId = salesId }));
        Assert.Equal(FailureClass.DependencyMissing, failed.Error?.Class);
        await world.CreatedAsync("VENDOR", new RecordSelector { SalesId = account }, SystemSide.BusinessCentral);

        var results = await world.RunAsync("CONTACT", SyncDirection.ToBusinessCentral);

        Assert.Equal(SyncAction.Created, Assert.Single(results, result => result.SalesId == salesId).Action);
    }

    [Fact]
    public async Task Uncoupling_a_vendor_uncouples_the_contacts_of_its_account_and_no_others()
    {
        await using var world = await CoupledRecords.OpenAsync();
        await world.CustomerInStepAsync();
        var kept = await world.ContactInStepAsync("CT000202", "Mira Ostrowski");
        var vendor = await world.VendorInStepAsync();
        var number = await world.AddPersonAsync(await world.CompanyOfVendorAsync(vendor.BcId), "Ada", "Berg");
        var contact = await world.CreateInSalesAsync("CONTACT", number);

        await world.UncoupleAsync(await vendor.CouplingAsync());

        Assert.Empty(await world.CouplingsAsync("VENDOR"));
        Assert.Equal(kept.BcId, Assert.Single(await world.CouplingsAsync("CONTACT")).BcId);
        Assert.Null(await contact.SalesAsync("bcbi_companyid"));
        Assert.Null(await vendor.SalesAsync("bcbi_companyid"));
    }
}
