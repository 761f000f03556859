using System.Net;
using System.Text.Json;
using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

public sealed class BusinessRuleTests
{
    [Fact]
    public async Task A_new_customer_comes_with_a_company_contact()
    {
        using var bc = await BcClient.ConnectAsync();
        var customer = await Create(bc, "customers", new { displayName = "Adatum South", city = "Bonn", salespersonCode = "JO" });
        var contact = Assert.Single(await bc.RowsAsync("contacts", "?$filter=displayName eq 'Adatum South'"));
        Assert.Equal("CT000301", contact.GetProperty("number").GetString());
        Assert.Equal("CT000301", contact.GetProperty("companyNumber").GetString());
        Assert.Equal("Company", contact.GetProperty("type").GetString());
        Assert.Equal("Bonn", contact.GetProperty("city").GetString());
        Assert.Equal("Customer", contact.GetProperty("contactBusinessRelation").GetString());
        Assert.Equal(customer.GetProperty("id").GetString(), (await SyncContact(bc, "CT000301")).GetProperty("customerId").GetString());
    }

    [Fact]
    public async Task Renaming_a_customer_reaches_its_company_contact_and_that_companys_persons()
    {
        using var bc = await BcClient.ConnectAsync();
        var person = await SyncContact(bc, "CT000201");
        await Patch(bc, "customers", "C10000", new { displayName = "Adatum Group", city = "Ely" });
        Assert.Equal("Adatum Group", (await SyncContact(bc, "CT000101")).GetProperty("displayName").GetString());
        var after = await SyncContact(bc, "CT000201");
        Assert.Equal("Adatum Group", after.GetProperty("companyName").GetString());
        Assert.Equal("Ely", after.GetProperty("city").GetString());
        Assert.True(after.GetProperty("systemRowVersion").GetInt64() > person.GetProperty("systemRowVersion").GetInt64());
    }

    [Fact]
    public async Task A_person_with_an_address_of_its_own_keeps_it()
    {
        using var bc = await BcClient.ConnectAsync();
        await Patch(bc, "contacts", "CT000201", new { city = "Oxford" });
        await Patch(bc, "customers", "C10000", new { city = "Ely" });
        Assert.Equal("Oxford", (await SyncContact(bc, "CT000201")).GetProperty("city").GetString());
    }

    [Fact]
    public async Task Renaming_a_company_contact_renames_its_customer()
    {
        using var bc = await BcClient.ConnectAsync();
        await Patch(bc, "contacts", "CT000101", new { displayName = "Adatum Group" });
        Assert.Equal("Adatum Group", (await bc.CustomerAsync("C10000")).GetProperty("displayName").GetString());
        Assert.Equal("Adatum Group", (await SyncContact(bc, "CT000201")).GetProperty("companyName").GetString());
    }

    [Fact]
    public async Task A_customer_change_the_contact_does_not_share_leaves_the_contact_alone()
    {
        using var bc = await BcClient.ConnectAsync();
        var before = await SyncContact(bc, "CT000101");
        await Patch(bc, "customers", "C10000", new { creditLimit = 1 });
        Assert.Equal(before.GetProperty("systemRowVersion").GetInt64(),
            (await SyncContact(bc, "CT000101")).GetProperty("systemRowVersion").GetInt64());
    }

    [Fact]
    public async Task A_person_placed_in_a_company_takes_its_name_and_what_address_it_lacks()
    {
        using var bc = await BcClient.ConnectAsync();
        var customer = (await bc.CustomerAsync("C30000")).GetProperty("id").GetString();
        var person = await Create(
            bc, "contacts", new { type = "Person", customerId = customer, firstName = "Sam", surname = "Fineart" }, companion: true);
        Assert.Equal("CT000103", person.GetProperty("companyNumber").GetString());
        Assert.Equal("School of Fine Art", person.GetProperty("companyName").GetString());
        Assert.Equal("Miami", person.GetProperty("city").GetString());
        Assert.Equal("Sam Fineart", person.GetProperty("displayName").GetString());
        Assert.Equal(customer, person.GetProperty("customerId").GetString());
    }

    [Fact]
    public async Task A_blank_customer_takes_a_person_out_of_its_company()
    {
        using var bc = await BcClient.ConnectAsync();
        await Patch(bc, "contacts", "CT000201", new { customerId = Guid.Empty });
        var person = await SyncContact(bc, "CT000201");
        Assert.Equal(("", ""), (person.GetProperty("companyNumber").GetString(), person.GetProperty("companyName").GetString()));
        Assert.Equal(Guid.Empty, person.GetProperty("customerId").GetGuid());
    }

    [Fact]
    public async Task A_name_falls_into_its_parts()
    {
        using var bc = await BcClient.ConnectAsync();
        await Patch(bc, "contacts", "CT000201", new { displayName = "Robert B. Townes" });
        var person = await SyncContact(bc, "CT000201");
        Assert.Equal(
            ("Robert", "B.", "Townes"),
            (person.GetProperty("firstName").GetString(), person.GetProperty("middleName").GetString(),
                person.GetProperty("surname").GetString()));
    }

    [Fact]
    public async Task A_primary_contact_must_be_of_the_customers_company()
    {
        using var bc = await BcClient.ConnectAsync();
        await Patch(bc, "customers", "C10000", new { primaryContactNumber = "CT000202" });
        Assert.Equal("Mira Ostrowski", (await bc.CustomerAsync("C10000", "sync:")).GetProperty("contact").GetString());
        var (status, body) = await TryPatch(bc, "customers", "C10000", new { primaryContactNumber = "CT000203" });
        Assert.Equal((HttpStatusCode.BadRequest, "Application_DialogException"), (status, BcClient.CodeOf(body)));
        Assert.StartsWith("Contact CT000203 Helen Ray is related to a different company than customer C10000.", BcClient.MessageOf(body));
    }

    [Fact]
    public async Task A_contact_added_by_hand_becomes_primary_contact_where_there_is_none()
    {
        using var bc = await BcClient.ConnectAsync();
        var before = await bc.CustomerAsync("C40000", "sync:");
        await bc.AsUserAsync("contacts", new { type = "Person", displayName = "Alma Alpine", companyNumber = "CT000104" });
        var after = await bc.CustomerAsync("C40000", "sync:");
        Assert.Equal("CT000301", after.GetProperty("primaryContactNumber").GetString());
        Assert.Equal("Alma Alpine", after.GetProperty("contact").GetString());
        Assert.True(after.GetProperty("systemRowVersion").GetInt64() > before.GetProperty("systemRowVersion").GetInt64());
    }

    [Fact]
    public async Task A_deleted_primary_contact_leaves_the_customer_without_one()
    {
        using var bc = await BcClient.ConnectAsync();
        var id = (await SyncContact(bc, "CT000201")).GetProperty("id").GetString();
        await bc.SendAsync(HttpMethod.Delete, $"{bc.Company}/contacts({id})", null, ("If-Match", "*"));
        Assert.Equal("", (await bc.CustomerAsync("C10000", "sync:")).GetProperty("primaryContactNumber").GetString());
    }

    [Fact]
    public async Task The_template_fills_what_a_new_customer_leaves_blank()
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.SilentlyAsync("customerTemplates", new { code = "COMPANY", paymentTermsCode = "NET45", country = "DE" });
        await Create(bc, "customers", new { displayName = "Adatum South", country = "GB" });
        var customer = await bc.CustomerAsync("C100001", "sync:");
        Assert.Equal(("NET45", "GB"), (customer.GetProperty("paymentTermsCode").GetString(), customer.GetProperty("country").GetString()));
    }

    [Fact]
    public async Task A_customer_number_that_changes_keeps_its_contact()
    {
        using var bc = await BcClient.ConnectAsync();
        await Patch(bc, "customers", "C10000", new { number = "C10001" });
        var customer = await bc.CustomerAsync("C10001");
        Assert.Equal(customer.GetProperty("id").GetString(), (await SyncContact(bc, "CT000101")).GetProperty("customerId").GetString());
    }

    [Fact]
    public async Task Customer_contacts_of_the_standard_api_write_the_name_parts()
    {
        using var bc = await BcClient.ConnectAsync();
        var id = (await SyncContact(bc, "CT000201")).GetProperty("id").GetString();
        var (status, _) = await bc.SendAsync(HttpMethod.Patch, $"{bc.Company}/customerContacts({id})", new { lastName = "Towne" },
            ("If-Match", "*"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Robert Towne", (await SyncContact(bc, "CT000201")).GetProperty("displayName").GetString());
    }

    private static async Task<JsonElement> SyncContact(BcClient bc, string number) => Assert.Single(
        (await bc.GetAsync($"sync:{bc.Company}/contacts?$filter=number eq '{number}'")).GetProperty("value").EnumerateArray());

    private static async Task<JsonElement> Create(BcClient bc, string set, object body, bool companion = false)
    {
        var (status, row) = await bc.SendAsync(HttpMethod.Post, $"{(companion ? "sync:" : "")}{bc.Company}/{set}", body);
        Assert.True(status == HttpStatusCode.Created, row.ToString());
        return row;
    }

    private static async Task Patch(BcClient bc, string set, string number, object body)
    {
        var (status, answer) = await TryPatch(bc, set, number, body);
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> TryPatch(BcClient bc, string set, string number, object body)
    {
        var rows = (await bc.GetAsync($"sync:{bc.Company}/{set}?$select=id&$filter=number eq '{number}'")).GetProperty("value");
        var id = Assert.Single(rows.EnumerateArray()).GetProperty("id").GetString();
        return await bc.SendAsync(HttpMethod.Patch, $"sync:{bc.Company}/{set}({id})", body, ("If-Match", "*"));
    }
}
