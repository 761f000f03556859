using System.Net;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

public sealed class VendorTests
{
    [Fact]
    public async Task A_new_vendor_takes_the_next_number_and_comes_with_a_company_contact()
    {
        using var bc = await BcClient.ConnectAsync();
        var vendor = await bc.CreateAsync("sync:vendors", new { displayName = "Margie's Travel", city = "Bonn", purchaserCode = "lt" });
        Assert.Equal(("V100001", "LT"), (vendor.Text("number"), vendor.Text("purchaserCode")));
        var contact = await bc.FindAsync("sync:contacts", "displayName eq 'Margie''s Travel'");
        Assert.Equal(("Company", "Bonn", "LT"), (contact.Text("type"), contact.Text("city"), contact.Text("salespersonCode")));
        Assert.Equal((vendor.Text("id"), Guid.Empty.ToString()), (contact.Text("vendorId"), contact.Text("customerId")));
        Assert.Equal("Vendor", (await bc.FindAsync("contacts", "displayName eq 'Margie''s Travel'")).Text("contactBusinessRelation"));
    }

    [Fact]
    public async Task A_vendor_needs_a_name()
    {
        using var bc = await BcClient.ConnectAsync();
        BcSteps.AssertRefused(
            await bc.TryCreateAsync("vendors", new { city = "Bonn" }), "BadRequest_RequiredParamNotProvided",
            "A \"displayName\" must be provided.");
    }

    [Fact]
    public async Task Renaming_a_vendor_reaches_its_company_contact_and_back()
    {
        using var bc = await BcClient.ConnectAsync();
        var vendor = await bc.FindAsync("sync:vendors", "number eq 'V20000'");
        await bc.ChangeAsync("vendors", vendor, new { displayName = "Graphic Design Academy" });
        var contact = await bc.FindAsync("sync:contacts", "number eq 'CT000112'");
        Assert.Equal(("Graphic Design Academy", "Graphic Design Academy"), (contact.Text("displayName"), contact.Text("companyName")));
        await bc.ChangeAsync("contacts", contact, new { phoneNumber = "+49 30 555 0999" });
        Assert.Equal("+49 30 555 0999", (await bc.FindAsync("vendors", "number eq 'V20000'")).Text("phoneNumber"));
    }

    [Fact]
    public async Task A_person_can_be_moved_between_the_companies_of_vendors_and_customers()
    {
        using var bc = await BcClient.ConnectAsync();
        var vendor = await bc.FindAsync("sync:vendors", "number eq 'V10000'");
        var person = await bc.CreateAsync(
            "sync:contacts", new { type = "Person", vendorId = vendor.Text("id"), firstName = "Fay", surname = "Firstup" });
        Assert.Equal(("First Up Consultants", "Edinburgh"), (person.Text("companyName"), person.Text("city")));
        var customer = await bc.CustomerAsync("C60000");
        var moved = await bc.ChangeAsync("sync:contacts", person, new { customerId = customer.Text("id"), vendorId = Guid.Empty });
        Assert.Equal((customer.Text("id"), "CT000106"), (moved.Text("customerId"), moved.Text("companyNumber")));
        Assert.Equal(Guid.Empty.ToString(), moved.Text("vendorId"));
    }

    [Fact]
    public async Task A_blank_vendor_takes_a_person_out_of_a_vendors_company_only()
    {
        using var bc = await BcClient.ConnectAsync();
        var atCustomer = await bc.FindAsync("sync:contacts", "number eq 'CT000201'");
        Assert.Equal("CT000101", (await bc.ChangeAsync("sync:contacts", atCustomer, new { vendorId = Guid.Empty })).Text("companyNumber"));
        var atVendor = await bc.CreateAsync(
            "sync:contacts", new { type = "Person", displayName = "Fay Firstup", companyNumber = "CT000111" });
        Assert.Equal("", (await bc.ChangeAsync("sync:contacts", atVendor, new { vendorId = Guid.Empty })).Text("companyNumber"));
    }

    [Fact]
    public async Task A_contact_added_by_hand_becomes_primary_contact_of_a_vendor_without_one()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.AsUserAsync("contacts", new { type = "Person", displayName = "Nora Nod", companyNumber = "CT000113" });
        var vendor = await bc.FindAsync("sync:vendors", "number eq 'V30000'");
        Assert.Equal(("CT000301", "Nora Nod"), (vendor.Text("primaryContactNumber"), vendor.Text("contact")));
        BcSteps.AssertRefused(
            await bc.TryChangeAsync("sync:vendors", vendor, new { primaryContactNumber = "CT000203" }), "Application_DialogException",
            "Contact CT000203 Helen Ray is related to a different company than vendor V30000.");
    }

    [Fact]
    public async Task A_company_contact_that_stands_for_a_vendor_stays()
    {
        using var bc = await BcClient.ConnectAsync();
        var contact = await bc.FindAsync("contacts", "number eq 'CT000111'");
        BcSteps.AssertRefused(
            await bc.TryRemoveAsync("contacts", contact), "Application_DialogException",
            "You cannot delete contact CT000111 because it stands for vendor V10000.");
    }

    [Fact]
    public async Task A_vendor_and_a_customer_may_have_the_same_number()
    {
        using var bc = await BcClient.ConnectAsync();
        var vendor = await bc.CreateAsync("sync:vendors", new { number = "C10000", displayName = "Adatum Trading" });
        var customer = await bc.CustomerAsync("C10000");
        Assert.Equal(customer.Text("id"), (await bc.FindAsync("sync:contacts", "number eq 'CT000201'")).Text("customerId"));
        await bc.ChangeAsync("sync:vendors", vendor, new { number = "V77777" });
        Assert.Equal(vendor.Text("id"), (await bc.FindAsync("sync:contacts", "displayName eq 'Adatum Trading'")).Text("vendorId"));
        Assert.Equal(customer.Text("id"), (await bc.FindAsync("sync:contacts", "number eq 'CT000201'")).Text("customerId"));
    }

    [Theory]
    [InlineData("{\"purchaserCode\":\"NOPE\"}", "Internal_InvalidTableRelation",
        "The field Purchaser Code of table Vendor contains a value (NOPE) that cannot be found in the related table "
        + "(Salesperson/Purchaser).")]
    [InlineData("{\"blocked\":\"Ship\"}", "Unknown", "'Ship' is not an option. The existing options are:  ,Payment,All")]
    [InlineData("{\"systemRowVersion\":1}", "BadRequest_InvalidOperation", "Control 'systemRowVersion' is read-only.")]
    public async Task Refusals_name_the_vendors_own_columns(string json, string code, string message)
    {
        using var bc = await BcClient.ConnectAsync();
        var vendor = await bc.FindAsync("sync:vendors", "number eq 'V10000'");
        BcSteps.AssertRefused(await bc.TryChangeAsync("sync:vendors", vendor, json), code, message);
    }

    [Theory]
    [InlineData("blocked eq '_x0020_'", 3)]
    [InlineData("currencyId eq 00000000-0000-0000-0000-000000000000 and country eq 'DE'", 1)]
    [InlineData("startswith(displayName,'G')", 1)]
    public async Task Vendors_of_the_standard_api_can_be_filtered(string filter, int expected)
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.Equal(expected, (await bc.ReadAsync("vendors", "?$filter=" + filter)).Count);
    }

    [Fact]
    public async Task Terms_and_contacts_of_a_vendor_can_be_expanded()
    {
        using var bc = await BcClient.ConnectAsync();
        var vendor = Assert.Single(await bc.ReadAsync(
            "vendors", "?$select=number,currencyCode&$filter=number eq 'V20000'&$expand=paymentTerm($select=code),contactsInformation"));
        Assert.Equal(("EUR", "NET45"), (vendor.Text("currencyCode"), vendor.GetProperty("paymentTerm").Text("code")));
        Assert.Equal("Vendor", Assert.Single(vendor.GetProperty("contactsInformation").EnumerateArray()).Text("relatedType"));
    }

    [Fact]
    public async Task A_deleted_vendor_is_gone_and_logged()
    {
        using var bc = await BcClient.ConnectAsync();
        var vendor = await bc.FindAsync("sync:vendors", "number eq 'V40000'");
        await bc.RemoveAsync("sync:vendors", vendor);
        var (status, _) = await bc.TryChangeAsync("sync:vendors", vendor, new { city = "Nice" });
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("V40000", (await bc.FindAsync("sync:deletedRecords", "tableId eq 23")).Text("number"));
    }
}
