using System.Net;

namespace BcSalesSync.Sandbox.Tests.Sales;

public sealed class ReadingTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_page_carries_the_selected_columns_the_key_and_the_etag()
    {
        var rows = await _client.RowsAsync("accounts?$select=name,versionnumber&$filter=name eq 'adatum corp.'");

        var names = Assert.Single(rows).EnumerateObject().Select(property => property.Name);
        Assert.Equal(["@odata.etag", "name", "versionnumber", "accountid"], names);
        Assert.Equal($"W/\"{rows[0].GetProperty("versionnumber").GetInt64()}\"", rows[0].GetProperty("@odata.etag").GetString());
    }

    [Fact]
    public async Task Pages_follow_each_other_until_every_row_was_seen_once()
    {
        var seen = new List<Guid>();
        var address = "accounts?$select=name&$orderby=name desc";
        while (address is not null)
        {
            var answer = await _client.SendAsync("GET", address, null, ("Prefer", "odata.maxpagesize=3"));
            Assert.Equal("odata.maxpagesize=3", answer.Headers["Preference-Applied"]);
            seen.AddRange(answer.Json.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("accountid").GetGuid()));
            address = answer.Json.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null;
            Assert.True(address is null || address.Contains("$skiptoken=%3Ccookie", StringComparison.Ordinal));
        }

        Assert.Equal(10, seen.Count);
        Assert.Equal(10, seen.Distinct().Count());
    }

    [Fact]
    public async Task Rows_without_a_value_and_with_odd_signs_are_paged_over()
    {
        foreach (var fax in new[] { "<a&\"b'c>", "\u0001\n", "ü, 'x'", "1", "2" })
        {
            await _client.CreateAsync("accounts", new { name = "Odd", fax });
        }

        var seen = new List<Guid>();
        var address = "accounts?$select=fax&$orderby=fax,name";
        while (address is not null)
        {
            var page = await _client.GetAsync(address, "odata.maxpagesize=1");
            seen.Add(page.GetProperty("value")[0].GetProperty("accountid").GetGuid());
            address = page.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null;
        }

        Assert.Equal(15, seen.Distinct().Count());
        Assert.Equal(15, seen.Count);
    }

    [Fact]
    public async Task A_larger_page_than_5000_is_not_honoured()
    {
        var answer = await _client.SendAsync("GET", "accounts?$select=name", null, ("Prefer", "odata.maxpagesize=5001"));

        Assert.False(answer.Headers.ContainsKey("Preference-Applied"));
    }

    [Theory]
    [InlineData("statecode eq 0 and customertypecode eq 3", 6)]
    [InlineData("contains(name,'research') or startswith(name,'north')", 2)]
    [InlineData("endswith(name,'Ski House')", 0)]
    [InlineData("not startswith(name,'A')", 9)]
    [InlineData("not (statecode eq 0)", 1)]
    [InlineData("primarycontactid/fullname eq null and customertypecode ne 3", 3)]
    [InlineData("_bcbi_companyid_value eq null", 10)]
    [InlineData("creditlimit ne null", 0)]
    [InlineData("donotphone eq false and versionnumber gt 5", 10)]
    [InlineData("creditlimit gt 10.5 or lastusedincampaign eq 2026-01-31", 0)]
    [InlineData("name eq 'Margie''s Travel'", 1)]
    [InlineData("createdon le 2000-01-01T00:00:00Z or modifiedon gt 2000-01-01T00:00:00Z", 10)]
    [InlineData("owninguser/fullname eq 'Jim Olive'", 3)]
    [InlineData("Microsoft.Dynamics.CRM.In(PropertyName='statecode',PropertyValues=[\"1\",\"7\"])", 1)]
    [InlineData("name in ('Fabrikam','Trey Research')", 2)]
    public async Task Filters_choose_rows(string filter, int count) =>
        Assert.Equal(count, (await _client.RowsAsync($"accounts?$select=name&$filter={filter}")).Count);

    [Fact]
    public async Task Rows_are_found_by_a_list_of_ids_under_the_logical_name_of_the_column()
    {
        var first = await _client.AccountAsync("Adatum Corp.");
        var second = await _client.AccountAsync("Fabrikam");

        var rows = await _client.RowsAsync(
            "accounts?$select=name&$filter=statecode eq 0 and "
            + $"Microsoft.Dynamics.CRM.In(PropertyName='accountid',PropertyValues=[\"{first}\",\"{second}\"])");
        var contacts = await _client.RowsAsync(
            $"contacts?$select=fullname&$filter=Microsoft.Dynamics.CRM.In(PropertyName='parentcustomerid',PropertyValues=[\"{first}\"])");

        Assert.Equal(["Adatum Corp.", "Fabrikam"], rows.Select(row => row.GetProperty("name").GetString()).Order());
        Assert.Equal(2, contacts.Count);
    }

    [Fact]
    public async Task The_read_name_of_a_lookup_is_no_name_for_an_id_list()
    {
        var answer = await _client.SendAsync(
            "GET", "contacts?$filter=Microsoft.Dynamics.CRM.In(PropertyName='_parentcustomerid_value',PropertyValues=[\"a\"])");

        answer.Refuses(HttpStatusCode.BadRequest, "0x80041103");
    }

    [Fact]
    public async Task Texts_with_quotes_and_signs_are_read_from_a_list()
    {
        await _client.CreateAsync("accounts", new { name = "Margie's \"Best\" & Co" });

        var rows = await _client.RowsAsync("accounts?$filter=" + Uri.EscapeDataString(
            "Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=[\"Margie's \\\"Best\\\" & Co\"])"));

        Assert.Single(rows);
    }

    [Fact]
    public async Task A_lookup_is_annotated_with_its_table_and_navigation_and_a_null_one_is_not()
    {
        await _client.CreateAsync("contacts", new { firstname = "Ann", lastname = "Alone" });

        var rows = await _client.RowsAsync(
            "contacts?$select=fullname,_parentcustomerid_value&$filter=firstname eq 'Mira' or firstname eq 'Ann'&$orderby=firstname",
            "odata.include-annotations=\"Microsoft.Dynamics.CRM.*\"");

        Assert.Equal("account", rows[1].GetProperty("_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname").GetString());
        Assert.Equal(
            "parentcustomerid_account",
            rows[1].GetProperty("_parentcustomerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty").GetString());
        Assert.False(rows[1].TryGetProperty("_parentcustomerid_value@OData.Community.Display.V1.FormattedValue", out _));
        Assert.DoesNotContain(rows[0].EnumerateObject(), property => property.Name.Contains("value@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_annotations_bring_labels_and_names_too()
    {
        var row = Assert.Single(await _client.RowsAsync(
            "accounts?$select=statecode,_ownerid_value&$filter=name eq 'Fabrikam'", "odata.include-annotations=\"*\""));

        Assert.Equal("Active", row.GetProperty("statecode@OData.Community.Display.V1.FormattedValue").GetString());
        Assert.Equal("Linda Turner", row.GetProperty("_ownerid_value@OData.Community.Display.V1.FormattedValue").GetString());
        Assert.Equal("systemuser", row.GetProperty("_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname").GetString());
    }

    [Fact]
    public async Task A_single_row_is_expanded_along_a_navigation()
    {
        var row = Assert.Single(await _client.RowsAsync(
            "contacts?$select=fullname&$expand=parentcustomerid_account($select=name)&$filter=firstname eq 'Mira'"));

        Assert.Equal("Adatum Corp.", row.GetProperty("parentcustomerid_account").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Counts_stop_at_5000()
    {
        using var client = new SalesClient("empty");
        for (var block = 0; block < 6; block++)
        {
            var targets = Enumerable.Range(0, 1000).Select(i => new Dictionary<string, object>
            {
                ["@odata.type"] = "Microsoft.Dynamics.CRM.account", ["name"] = $"Account {block}/{i}",
            });
            await client.SendAsync("POST", "accounts/Microsoft.Dynamics.CRM.CreateMultiple", new { Targets = targets });
        }

        var page = await client.GetAsync("accounts?$select=name&$count=true");

        Assert.Equal(5000, page.GetProperty("@odata.count").GetInt32());
        Assert.Equal(5000, page.GetProperty("value").GetArrayLength());
        Assert.Equal("5000", (await client.SendAsync("GET", "accounts/$count")).Text);
    }

    [Theory]
    [InlineData("accounts?$select=nav_foo", HttpStatusCode.BadRequest, "0x80060888")]
    [InlineData("accounts?$filter=Name eq 'x'", HttpStatusCode.BadRequest, "0x80060888")]
    [InlineData("accounts?$skip=5", HttpStatusCode.BadRequest, "0x80060888")]
    [InlineData("accounts?$filter=name eq", HttpStatusCode.BadRequest, "0x80060888")]
    [InlineData("accounts?$filter=_ownerid_value eq 'x'", HttpStatusCode.BadRequest, "0x80060888")]
    [InlineData("nav_connections?$top=1", HttpStatusCode.NotFound, "0x80060888")]
    [InlineData("accounts(accountnumber='C1')", HttpStatusCode.BadRequest, "0x80060888")]
    [InlineData("accounts(5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01)", HttpStatusCode.NotFound, "0x80040217")]
    public async Task A_wrong_address_or_query_is_refused(string address, HttpStatusCode status, string code) =>
        (await _client.SendAsync("GET", address)).Refuses(status, code);

    [Fact]
    public async Task An_unknown_column_is_named_in_the_refusal()
    {
        var answer = await _client.SendAsync("GET", "accounts?$select=nav_foo");

        Assert.Equal("Could not find a property named 'nav_foo' on type 'Microsoft.Dynamics.CRM.account'.", answer.Message);
    }

    [Fact]
    public async Task A_row_a_client_has_already_is_not_sent_again()
    {
        var id = await _client.AccountAsync("Fabrikam");
        var etag = (await _client.GetAsync($"accounts({id})?$select=name")).GetProperty("@odata.etag").GetString()!;

        var known = await _client.SendAsync("GET", $"accounts({id})?$select=name", null, ("If-None-Match", etag));
        var forced = await _client.SendAsync("GET", $"accounts({id})?$select=name", null, ("If-None-Match", "null"));

        Assert.Equal(HttpStatusCode.NotModified, known.Status);
        Assert.Equal(HttpStatusCode.OK, forced.Status);
    }

    [Fact]
    public async Task A_request_without_a_token_is_refused()
    {
        using var client = new SalesClient(new SandboxOptions { RequireToken = "right" });

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync("GET", "WhoAmI")).Status);
    }
}
