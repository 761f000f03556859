using System.Net;
using BcSalesSync.Sandbox.Tests.Sales.Catalog;

namespace BcSalesSync.Sandbox.Tests.Sales.Documents;

public sealed class NoteTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_post_regards_a_record_and_is_never_changed()
    {
        var order = await _client.SubmittedOrderAsync();
        var post = await _client.CreateAsync("posts", DocumentSteps.Row(
            ("text", "Business Central released this order."), ("source", 2), ("type", 1),
            ("regardingobjectid_salesorder@odata.bind", $"/salesorders({order})")));

        var row = await _client.GetAsync($"posts({post})", "odata.include-annotations=\"*\"");
        Assert.Equal((order, "salesorder"), (row.Id("_regardingobjectid_value"), row.Text("regardingobjecttypecode")));
        Assert.Equal("salesorder", row.Text("_regardingobjectid_value@Microsoft.Dynamics.CRM.lookuplogicalname"));
        Assert.Equal((await _client.GetAsync($"salesorders({order})")).Id("_ownerid_value"), row.Id("_regardingobjectownerid_value"));
        (await _client.PatchAsync($"posts({post})", new { text = "Other" })).Refuses(HttpStatusCode.BadRequest, "0x80040203");
        (await _client.SendAsync("POST", "posts", new { text = "x" })).Refuses(HttpStatusCode.BadRequest, "0x80040203");
        (await _client.SendAsync("POST", "posts", DocumentSteps.Row(
            ("text", new string('x', 251)), ("regardingobjectid_salesorder@odata.bind", $"/salesorders({order})"))))
            .Refuses(HttpStatusCode.BadRequest, "0x80044331");
    }

    [Fact]
    public async Task A_post_may_regard_an_account_by_the_property_of_that_name()
    {
        var account = await _client.AccountAsync("Fabrikam");
        (await _client.SendAsync("POST", "posts", DocumentSteps.Row(
            ("text", "x"), ("regardingobjectid_salesorder@odata.bind", $"/accounts({account})"))))
            .Refuses(HttpStatusCode.BadRequest, "0x80048d19");

        var post = await _client.CreateAsync(
            "posts", DocumentSteps.Row(("text", "x"), ("regardingobjectid_account@odata.bind", $"/accounts({account})")));

        Assert.Equal("account", (await _client.GetAsync($"posts({post})")).Text("regardingobjecttypecode"));
    }

    [Fact]
    public async Task A_note_is_changed_but_stays_with_its_record_and_knows_the_size_of_its_file()
    {
        var order = await _client.SubmittedOrderAsync();
        var note = await _client.CreateAsync("annotations", DocumentSteps.Row(
            ("subject", "Plan"), ("notetext", "See file"), ("documentbody", Convert.ToBase64String(new byte[10])),
            ("objectid_salesorder@odata.bind", $"/salesorders({order})")));
        Assert.Equal(10, (await _client.GetAsync($"annotations({note})")).GetProperty("filesize").GetInt32());

        await _client.ChangeAsync($"annotations({note})", new { notetext = "See below" });

        (await _client.PatchAsync($"annotations({note})", new { filesize = 1 })).Refuses(HttpStatusCode.BadRequest, "0x80040203");
        var other = DocumentSteps.Row(("objectid_salesorder@odata.bind", $"/salesorders({await _client.SubmittedOrderAsync()})"));
        (await _client.PatchAsync($"annotations({note})", other)).Refuses(HttpStatusCode.BadRequest, "0x80040203");
        await _client.SendAsync("DELETE", $"salesorders({order})");
        Assert.Equal(HttpStatusCode.NotFound, (await _client.SendAsync("GET", $"annotations({note})")).Status);
    }

    [Fact]
    public async Task A_wall_is_switched_on()
    {
        var id = await _client.IdOfAsync("msdyn_postconfigs", "msdyn_postconfigid", "msdyn_entityname eq 'salesorder'");

        await _client.ChangeAsync($"msdyn_postconfigs({id})", new { statecode = 0, statuscode = 1, msdyn_configurewall = true });

        Assert.True((await _client.GetAsync($"msdyn_postconfigs({id})")).GetProperty("msdyn_configurewall").GetBoolean());
    }

    [Fact]
    public async Task Statistics_are_linked_from_the_account_by_a_name_in_the_case_of_its_schema()
    {
        var account = await _client.AccountAsync("Fabrikam");
        var set = (await _client.GetAsync("EntityDefinitions(LogicalName='nav_accountstatistics')?$select=EntitySetName"))
            .Text("EntitySetName")!;
        var statistics = await _client.CreateAsync(
            set, new { nav_name = "Fabrikam", nav_customerno = "C1", nav_balancelcy = 1, nav_invoicedprepaymentamountlcy = 1 });
        (await _client.PatchAsync(
            $"accounts({account})", DocumentSteps.Row(("nav_accountstatisticsid@odata.bind", $"/{set}({statistics})"))))
            .Refuses(HttpStatusCode.BadRequest, "0x80048d19");
        var before = (await _client.GetAsync($"accounts({account})")).GetProperty("versionnumber").GetInt64();

        await _client.ChangeAsync(
            $"accounts({account})", DocumentSteps.Row(("nav_AccountStatisticsId@odata.bind", $"/{set}({statistics})")));

        var row = await _client.GetAsync($"accounts({account})");
        Assert.Equal(statistics, row.Id("_nav_accountstatisticsid_value"));
        Assert.NotEqual(before, row.GetProperty("versionnumber").GetInt64());
        Assert.Equal(1m, (await _client.GetAsync($"{set}({statistics})")).Amount("nav_balancelcy_base"));
    }

    [Fact]
    public async Task An_organisation_changes_how_it_deals_with_orders_and_prices()
    {
        await _client.SetOrganizationAsync(new { issopintegrationenabled = false, oobpricecalculationenabled = false });

        var row = Assert.Single(await _client.RowsAsync("organizations?$select=issopintegrationenabled,oobpricecalculationenabled"));
        Assert.False(row.GetProperty("issopintegrationenabled").GetBoolean() || row.GetProperty("oobpricecalculationenabled").GetBoolean());
    }
}
