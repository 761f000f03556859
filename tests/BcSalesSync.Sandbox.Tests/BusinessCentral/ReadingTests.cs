using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

public sealed class ReadingTests
{
    [Fact]
    public async Task Companies_come_without_etag()
    {
        using var bc = new BcClient();
        var body = await bc.GetAsync("companies");
        Assert.EndsWith("/api/v2.0/$metadata#companies", body.GetProperty("@odata.context").GetString());
        var company = Assert.Single(body.GetProperty("value").EnumerateArray());
        Assert.Equal("CRONUS International Ltd.", company.GetProperty("name").GetString());
        Assert.False(company.TryGetProperty("@odata.etag", out _));
    }

    [Fact]
    public async Task An_unknown_set_is_a_missing_resource()
    {
        using var bc = await BcClient.ConnectAsync();
        var (status, body) = await bc.SendAsync(HttpMethod.Get, bc.Company + "/salesQuoteArchives?$top=1");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("BadRequest_ResourceNotFound", BcClient.CodeOf(body));
        Assert.Matches(@"^Resource not found for the segment 'salesQuoteArchives'\.  CorrelationId:  [0-9a-f-]{36}\.$",
            BcClient.MessageOf(body));
    }

    [Fact]
    public async Task Selected_properties_come_in_the_order_of_the_selection()
    {
        using var bc = await BcClient.ConnectAsync();
        var body = await bc.GetAsync(bc.Company + "/customers?$select=id,blocked,number&$filter=number eq 'C10000'");
        Assert.EndsWith($"$metadata#{bc.Company}/customers(id,blocked,number)", body.GetProperty("@odata.context").GetString());
        var row = Assert.Single(body.GetProperty("value").EnumerateArray());
        Assert.Equal(["@odata.etag", "id", "blocked", "number"], row.EnumerateObject().Select(property => property.Name));
        Assert.Equal("_x0020_", row.GetProperty("blocked").GetString());
    }

    [Fact]
    public async Task Local_currency_stands_for_a_blank_code()
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.Equal("EUR", (await bc.CustomerAsync("C40000")).GetProperty("currencyCode").GetString());
        Assert.Equal("GBP", (await bc.CustomerAsync("C10000")).GetProperty("currencyCode").GetString());
        Assert.Equal("", (await bc.CustomerAsync("C40000", "sync:")).GetProperty("currencyCode").GetString());
    }

    [Fact]
    public async Task Pages_follow_their_links_to_the_end()
    {
        using var bc = await BcClient.ConnectAsync();
        var numbers = new List<string>();
        var path = bc.Company + "/customers?$select=number&$orderby=lastModifiedDateTime"
            + "&$filter=lastModifiedDateTime ge 2000-01-01T00:00:00.000Z";
        for (string? next = path; next is not null;)
        {
            var page = await bc.GetAsync(next, "odata.maxpagesize=2");
            numbers.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("number").GetString()!));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
            Assert.True(next is null || next.Contains("aid=FIN&$skiptoken=", StringComparison.Ordinal));
        }

        Assert.Equal(9, numbers.Count);
        Assert.Equal(9, numbers.Distinct().Count());
    }

    [Fact]
    public async Task A_row_written_between_two_pages_neither_hides_nor_repeats_another()
    {
        using var bc = await BcClient.ConnectAsync();
        var first = await bc.GetAsync(bc.Company + "/customers?$select=number", "odata.maxpagesize=4");
        await bc.SendAsync(HttpMethod.Post, bc.Company + "/customers", new { number = "C00001", displayName = "Earlier in the order" });
        var second = await bc.GetAsync(first.GetProperty("@odata.nextLink").GetString()!, "odata.maxpagesize=20");
        Assert.Equal(
            ["C50000", "C60000", "C70000", "C80000", "C90000"],
            second.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task The_page_size_is_acknowledged()
    {
        using var bc = await BcClient.ConnectAsync();
        using var response = await bc.RawAsync(HttpMethod.Get, bc.Company + "/customers", null, ("Prefer", "odata.maxpagesize=2"));
        Assert.Equal("odata.maxpagesize=2", Assert.Single(response.Headers.GetValues("Preference-Applied")));
        Assert.Equal("4.0", Assert.Single(response.Headers.GetValues("OData-Version")));
    }

    [Fact]
    public async Task A_page_size_beyond_the_limit_is_refused()
    {
        using var bc = await BcClient.ConnectAsync();
        var (status, _) = await bc.SendAsync(HttpMethod.Get, bc.Company + "/customers", null, ("Prefer", "odata.maxpagesize=20001"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task Top_cuts_off_silently()
    {
        using var bc = await BcClient.ConnectAsync();
        var body = await bc.GetAsync(bc.Company + "/customers?$top=5", "odata.maxpagesize=2");
        Assert.Equal(2, body.GetProperty("value").GetArrayLength());
        Assert.False(body.TryGetProperty("@odata.nextLink", out _));
    }

    [Theory]
    [InlineData("number eq 'C10000' or number eq 'C20000'", 2)]
    [InlineData("startswith(displayName,'Re')", 1)]
    [InlineData("contains(displayName,'inc')", 0)]
    [InlineData("contains(displayName,'Inc')", 3)]
    [InlineData("blocked eq 'All'", 1)]
    [InlineData("blocked eq '_x0020_'", 8)]
    [InlineData("blocked ne 'All' and creditLimit gt 5000", 3)]
    [InlineData("currencyId eq 00000000-0000-0000-0000-000000000000", 4)]
    [InlineData("salespersonCode eq null", 9)]
    [InlineData("salespersonCode ne null and number eq 'C10000'", 1)]
    [InlineData("tolower(city) eq 'london'", 1)]
    public async Task Filters_find_what_Business_Central_finds(string filter, int expected)
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.Equal(expected, (await bc.RowsAsync("customers", "?$filter=" + filter)).Count);
    }

    [Theory]
    [InlineData("number eq 'C10000' or displayName eq 'Relecloud'")]
    [InlineData("not (number eq 'C10000')")]
    [InlineData("number in ('C10000','C20000')")]
    [InlineData("nosuch eq 'x'")]
    [InlineData("currencyCode eq 'EUR'")]
    [InlineData("contains(tolower(displayName),'inc')")]
    public async Task Filters_beyond_the_dialect_are_refused(string filter)
    {
        using var bc = await BcClient.ConnectAsync();
        var (status, _) = await bc.SendAsync(HttpMethod.Get, bc.Company + "/customers?$filter=" + filter);
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task The_newer_schema_knows_in()
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.Equal(2, (await bc.RowsAsync("customers", "?$schemaversion=2.1&$filter=number in ('C10000','C20000')")).Count);
    }

    [Fact]
    public async Task Unknown_query_options_are_ignored()
    {
        using var bc = await BcClient.ConnectAsync();
        Assert.Equal(9, (await bc.RowsAsync("customers", "?$search=x&$aply=y")).Count);
    }

    [Theory]
    [InlineData("$select=nosuch")]
    [InlineData("$orderby=nosuch")]
    [InlineData("$expand=nosuch")]
    [InlineData("$top=-1")]
    [InlineData("$filter=number eq")]
    public async Task Malformed_queries_are_refused(string query)
    {
        using var bc = await BcClient.ConnectAsync();
        var (status, _) = await bc.SendAsync(HttpMethod.Get, $"{bc.Company}/customers?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task An_address_too_long_fails_as_it_does_there()
    {
        using var bc = await BcClient.ConnectAsync();
        var filter = string.Join(" or ", Enumerable.Repeat("number eq 'C10000'", 700));
        var (status, body) = await bc.SendAsync(HttpMethod.Get, $"{bc.Company}/customers?$filter={filter}");
        Assert.Equal((HttpStatusCode.InternalServerError, "Internal_ServerError"), (status, BcClient.CodeOf(body)));
    }

    [Fact]
    public async Task An_unknown_company_is_named()
    {
        using var bc = await BcClient.ConnectAsync();
        var (status, body) = await bc.SendAsync(HttpMethod.Get, "companies(5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01)/customers");
        Assert.Equal((HttpStatusCode.NotFound, "Internal_CompanyNotFound"), (status, BcClient.CodeOf(body)));
    }

    [Fact]
    public async Task Fifty_ids_of_one_property_can_be_asked_for_at_once()
    {
        using var bc = await BcClient.ConnectAsync("scale:60");
        var ids = (await bc.RowsAsync("customers", "?$select=id&$top=50")).Select(row => row.GetProperty("id").GetString());
        var rows = await bc.RowsAsync("customers", "?$select=number&$filter=" + string.Join(" or ", ids.Select(id => $"id eq {id}")));
        Assert.Equal(50, rows.Count);
    }

    [Fact]
    public async Task Counting_works_both_ways()
    {
        using var bc = await BcClient.ConnectAsync();
        var body = await bc.GetAsync(bc.Company + "/customers?$count=true&$top=1&$filter=country eq 'GB'");
        Assert.Equal(3, body.GetProperty("@odata.count").GetInt32());
        var (_, count) = await bc.SendAsync(HttpMethod.Get, bc.Company + "/customers/$count");
        Assert.Equal("9", count.GetString());
    }

    [Fact]
    public async Task Related_rows_can_be_expanded_and_reached()
    {
        using var bc = await BcClient.ConnectAsync();
        var rows = await bc.RowsAsync("customers",
            "?$select=number&$filter=number eq 'C10000'&$expand=paymentTerm($select=code),contactsInformation");
        Assert.Equal("NET30", rows[0].GetProperty("paymentTerm").GetProperty("code").GetString());
        Assert.Equal(3, rows[0].GetProperty("contactsInformation").GetArrayLength());
        var id = (await bc.CustomerAsync("C10000")).GetProperty("id").GetString();
        Assert.Equal(3, (await bc.RowsAsync($"customers({id})/contactsInformation")).Count);
    }

    [Fact]
    public async Task The_service_document_and_metadata_name_the_sets()
    {
        using var bc = new BcClient();
        var names = (await bc.GetAsync("")).GetProperty("value").EnumerateArray().Select(set => set.GetProperty("name").GetString());
        Assert.Contains("currencyExchangeRates", names);
        var (status, xml) = await bc.SendAsync(HttpMethod.Get, "$metadata");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("EntityType Name=\"customer\"", xml.GetString());
        Assert.Contains("Member Name=\"_x0020_\"", xml.GetString());
    }

    [Theory]
    [InlineData("$metadata", "id", false, false)]
    [InlineData("$metadata", "number", true, true)]
    [InlineData("$metadata", "lastModifiedDateTime", false, false)]
    [InlineData("sync:$metadata", "id", false, true)]
    public async Task Metadata_tells_what_a_client_may_write(string address, string property, bool edits, bool creates)
    {
        using var bc = new BcClient();
        var (_, text) = await bc.SendAsync(HttpMethod.Get, address);
        XNamespace edm = "http://docs.oasis-open.org/odata/ns/edm";
        var found = XDocument.Parse(text.GetString()!)
            .Descendants(edm + "EntityType").Single(type => (string?)type.Attribute("Name") == "customer")
            .Elements(edm + "Property").Single(candidate => (string?)candidate.Attribute("Name") == property)
            .Elements(edm + "Annotation").ToDictionary(note => (string)note.Attribute("Term")!, note => (bool)note.Attribute("Bool")!);
        Assert.Equal((edits, creates), (found["NAV.AllowEdit"], found["NAV.AllowEditOnCreate"]));
    }

    [Fact]
    public async Task A_missing_or_wrong_token_is_unauthorized()
    {
        using var bc = new BcClient(new SandboxOptions { RequireToken = "right" });
        var (status, body) = await bc.SendAsync(HttpMethod.Get, "companies");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("Authentication_InvalidCredentials", BcClient.CodeOf(body));
    }

    [Fact]
    public async Task Tier_0_has_no_companion()
    {
        using var bc = new BcClient(tier: 0);
        await bc.FindCompanyAsync();
        var (status, _) = await bc.SendAsync(HttpMethod.Get, $"sync:{bc.Company}/capabilities");
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Capabilities_bound_a_delta_without_gaps()
    {
        using var bc = await BcClient.ConnectAsync();
        var before = await Mark(bc);
        var id = (await bc.CustomerAsync("C20000")).GetProperty("id").GetString();
        await bc.SendAsync(HttpMethod.Patch, $"{bc.Company}/customers({id})", new { phoneNumber = "1" }, ("If-Match", "*"));
        var after = await Mark(bc);
        var filter = $"$filter=systemRowVersion gt {before - 1} and systemRowVersion lt {after}&$orderby=systemRowVersion";
        var rows = (await bc.GetAsync($"sync:{bc.Company}/customers?$select=number,systemRowVersion&{filter}")).GetProperty("value");
        Assert.Equal("C20000", Assert.Single(rows.EnumerateArray()).GetProperty("number").GetString());
        var later = await bc.GetAsync($"sync:{bc.Company}/customers?$filter=systemRowVersion gt {after - 1}&$orderby=systemRowVersion");
        Assert.Empty(later.GetProperty("value").EnumerateArray());
    }

    private static async Task<long> Mark(BcClient bc)
    {
        JsonElement body = await bc.GetAsync($"sync:{bc.Company}/capabilities");
        return body.GetProperty("value")[0].GetProperty("minimumActiveRowVersion").GetInt64();
    }
}
