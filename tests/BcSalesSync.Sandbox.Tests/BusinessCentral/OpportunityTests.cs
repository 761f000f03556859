using BcSalesSync.Sandbox.Tests.Control;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

public sealed class OpportunityTests
{
    [Fact]
    public async Task A_new_opportunity_takes_number_company_and_salesperson()
    {
        using var bc = await BcClient.ConnectAsync();
        var opportunity = await bc.CreateAsync(
            "sync:opportunities", new { description = "New desks", contactNumber = "ct000203" });
        Assert.Equal(("OP000005", "CT000102", "PS"),
            (opportunity.Text("number"), opportunity.Text("contactCompanyNumber"), opportunity.Text("salespersonCode")));
        Assert.Equal("Not_x0020_Started", opportunity.Text("status"));
        Assert.Equal((await bc.CustomerAsync("C20000")).Text("id"), opportunity.Text("customerId"));
    }

    [Theory]
    [InlineData("{\"description\":\"x\",\"salespersonCode\":\"JO\"}", "Application_FieldValidationException",
        "Contact No. must have a value in Opportunity: No.=OP000005. It cannot be zero or empty.")]
    [InlineData("{\"description\":\"x\",\"contactNumber\":\"CT999999\"}", "Internal_InvalidTableRelation",
        "The field Contact No. of table Opportunity contains a value (CT999999) that cannot be found in the related table (Contact).")]
    [InlineData("{\"contactNumber\":\"CT000201\",\"status\":\"Won\"}", "BadRequest_InvalidOperation", "Control 'status' is read-only.")]
    public async Task An_opportunity_needs_a_contact_and_a_salesperson(string json, string code, string message)
    {
        using var bc = await BcClient.ConnectAsync();
        BcSteps.AssertRefused(await bc.TryCreateAsync("opportunities", json), code, message);
    }

    [Fact]
    public async Task A_contact_of_no_salesperson_gives_none()
    {
        using var bc = await BcClient.ConnectAsync();
        var contact = await bc.CreateAsync("sync:contacts", new { type = "Person", displayName = "Sam Single" });
        BcSteps.AssertRefused(
            await bc.TryCreateAsync("sync:opportunities", new { contactNumber = contact.Text("number") }),
            "Application_FieldValidationException",
            "Salesperson Code must have a value in Opportunity: No.=OP000005. It cannot be zero or empty.");
    }

    [Fact]
    public async Task Another_contact_moves_the_opportunity_to_that_contacts_company()
    {
        using var bc = await BcClient.ConnectAsync();
        var opportunity = await bc.FindAsync("sync:opportunities", "number eq 'OP000001'");
        var after = await bc.ChangeAsync("sync:opportunities", opportunity, new { contactNumber = "CT000204" });
        Assert.Equal(("CT000103", "PS"), (after.Text("contactCompanyNumber"), after.Text("salespersonCode")));
        BcSteps.AssertRefused(
            await bc.TryChangeAsync("sync:opportunities", after, new { contactCompanyNumber = "CT000101" }), "Application_DialogException",
            "Contact CT000204 Meagan Bond is related to a different company than CT000101.");
    }

    [Theory]
    [InlineData("Won", 10_008)]
    [InlineData("Lost", 0)]
    public async Task Closing_settles_the_day_and_the_value(string status, int value)
    {
        using var bc = await BcClient.ConnectAsync();
        await bc.PostAsync("clock", new { now = "2026-05-04T09:00:00Z" });
        var opportunity = await bc.FindAsync("sync:opportunities", "number eq 'OP000001'");
        Assert.Equal((6_004.8m, "0001-01-01"), (opportunity.Number("calculatedCurrentValue"), opportunity.Text("dateClosed")));
        await bc.AsUserAsync("opportunities", new { number = "OP000001", status });
        var after = await bc.FindAsync("sync:opportunities", "number eq 'OP000001'");
        Assert.Equal((value, "2026-05-04"), (after.Number("calculatedCurrentValue"), after.Text("dateClosed")));
        Assert.True((await bc.FindAsync("opportunities", "number eq 'OP000001'")).GetProperty("closed").GetBoolean());
    }

    [Theory]
    [InlineData("OP000003", "In Progress", "Won")]
    [InlineData("OP000004", "Won", "Lost")]
    [InlineData("OP000001", "Not Started", "In Progress")]
    public async Task An_opportunity_does_not_go_back(string number, string status, string from)
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.StartsWith(
            $"Application_DialogException: The status of the opportunity cannot be changed from {from} to {status}.",
            await bc.RefusalAsUserAsync("opportunities", new { number, status }));
    }

    [Fact]
    public async Task What_the_entries_of_an_opportunity_say_is_not_written_through_the_companion()
    {
        using var bc = await BcClient.ConnectAsync();
        var opportunity = await bc.FindAsync("sync:opportunities", "number eq 'OP000001'");
        BcSteps.AssertRefused(
            await bc.TryChangeAsync("sync:opportunities", opportunity, new { estimatedValue = 500 }), "BadRequest_InvalidOperation",
            "Control 'estimatedValue' is read-only.");
    }

    [Fact]
    public async Task An_opportunity_in_progress_is_not_deleted()
    {
        using var bc = await BcClient.ConnectAsync();
        BcSteps.AssertRefused(
            await bc.TryRemoveAsync("opportunities", await bc.FindAsync("opportunities", "number eq 'OP000001'")),
            "Application_DialogException", "You cannot delete this opportunity while it is active.");
        await bc.RemoveAsync("opportunities", await bc.FindAsync("opportunities", "number eq 'OP000002'"));
        Assert.Equal("OP000002", (await bc.FindAsync("sync:deletedRecords", "tableId eq 5092")).Text("number"));
    }

    [Fact]
    public async Task The_open_ones_can_be_asked_for()
    {
        using var bc = await BcClient.ConnectAsync();
        var open = await bc.ReadAsync(
            "sync:opportunities",
            "?$filter=status eq 'Not_x0020_Started' or status eq 'In_x0020_Progress'&$orderby=number desc&$select=number");
        Assert.Equal(["OP000002", "OP000001"], open.Select(row => row.Text("number")));
    }

    [Fact]
    public async Task The_standard_api_names_contact_and_company()
    {
        using var bc = await BcClient.ConnectAsync();
        var opportunity = await bc.FindAsync("opportunities", "contactNumber eq 'CT000201'");
        Assert.Equal(("Robert Townes", "Adatum Corporation"), (opportunity.Text("contactName"), opportunity.Text("contactCompanyName")));
        Assert.Equal(60m, opportunity.Number("chancesOfSuccessPrc"));
    }
}
