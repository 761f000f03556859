using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using Record = BcSalesSync.Engine.Records.Record;
using static BcSalesSync.Endpoints.Tests.Http.ScriptedHandler;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

public sealed class ReadTests
{
    private const string Row = """
        {"@odata.etag":"W/\"a\"","id":"5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01","systemRowVersion":482198,
        "systemModifiedAt":"2026-03-02T10:00:01.2Z","number":"c00120","displayName":"Adatum Corporation","blocked":"_x0020_",
        "currencyCode":"EUR","since":"0001-01-01","creditLimit":25000.0,
        "paymentTermsId":"00000000-0000-0000-0000-000000000000","unasked":{"a":[1]}}
        """;

    [Fact]
    public async Task A_row_comes_in_normal_form_with_version_and_token()
    {
        using var company = new ScriptedCompany(_ => Json($$"""{"value":[{{Row}}]}"""));

        var record = Assert.Single(await ReadAllAsync(
            company, ["number", "displayName", "blocked", "currencyCode", "since", "creditLimit", "paymentTermsId"], Filter.All));

        Assert.Equal(("482198", "W/\"a\""), (record.Version, record.ETag));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 10, 0, 1, 200, TimeSpan.Zero), record.ModifiedAt);
        Assert.Equal(FieldValue.Text("C00120"), record["number"]);
        Assert.Equal(FieldValue.Number(25000), record["creditLimit"]);
        Assert.All(["blocked", "currencyCode", "since", "paymentTermsId"], column => Assert.True(record.Values[column].IsEmpty));
    }

    [Fact]
    public async Task Only_asked_columns_are_selected_and_kept()
    {
        using var company = new ScriptedCompany(_ => Json($$"""{"value":[{{Row}}]}"""));

        var record = Assert.Single(await ReadAllAsync(company, ["displayName"], Filter.All));

        var request = Assert.Single(company.Sent);
        Assert.Equal(
            ScriptedCompany.Companion + ScriptedCompany.Company + "/customers?$select=id,systemRowVersion,systemModifiedAt,displayName",
            request.Url);
        Assert.Equal("odata.maxpagesize=2000", request.Headers["Prefer"]);
        Assert.Equal("application/json;odata.metadata=minimal", request.Headers["Accept"]);
        Assert.Equal("en-US", request.Headers["Accept-Language"]);
        Assert.Equal(["displayName"], record.Values.Keys);
    }

    [Fact]
    public async Task Next_links_are_followed_verbatim_to_the_end()
    {
        const string Next = "https://bc.example/v2.0/tenant/Production/api/x?aid=FIN&$skiptoken='2026-03-02T08:03:59.9Z',5c1f";
        using var company = new ScriptedCompany(request => request.Url.Contains("skiptoken", StringComparison.Ordinal)
            ? Json("""{"value":[]}""")
            : Json($$"""{"value":[{{Row}}],"@odata.nextLink":"{{Next}}"}"""));

        await ReadAllAsync(company, ["number"], Filter.All);

        Assert.Equal(Next, company.Sent[1].Address.OriginalString);
        Assert.Equal("odata.maxpagesize=2000", company.Sent[1].Headers["Prefer"]);
    }

    [Fact]
    public async Task A_next_link_to_another_service_is_not_followed()
    {
        using var company = new ScriptedCompany(_ => Json("""{"value":[],"@odata.nextLink":"https://elsewhere.example/x"}"""));

        var error = await Assert.ThrowsAsync<EndpointException>(() => ReadAllAsync(company, ["number"], Filter.All));

        Assert.Equal("ForeignNextLink", error.Failure.Code);
        Assert.Single(company.Sent);
    }

    [Fact]
    public async Task Filters_go_to_the_service_as_far_as_it_understands_them()
    {
        using var company = new ScriptedCompany(_ => Json($$"""{"value":[{{Row}}]}"""));
        var filter = new AllOf(
        [
            Where.IsBlank("blocked"),
            Where.Is("displayName", "D'Or"),
            Where.IsNotBlank("since"),
            new AnyOf([Where.Is("number", "c1"), Where.Is("number", "c2")]),
        ]);

        await ReadAllAsync(company, ["number"], filter);

        Assert.EndsWith(
            "&$filter=blocked eq '_x0020_' and tolower(displayName) eq 'd''or' and since ne 0001-01-01"
            + " and (number eq 'C1' or number eq 'C2')",
            Assert.Single(company.Sent).Url,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("number", "c1*", FilterOperator.Like, "&$filter=startswith(number,'C1')")]
    [InlineData("number", "*0*", FilterOperator.Like, "&$filter=contains(number,'0')")]
    [InlineData("number", "X*", FilterOperator.NotLike, "")]
    [InlineData("displayName", "adatum*", FilterOperator.Like, "")]
    public async Task Patterns_go_to_the_service_for_codes(string column, string pattern, FilterOperator comparison, string expected)
    {
        using var company = new ScriptedCompany(_ => Json($$"""{"value":[{{Row}}]}"""));

        Assert.NotEmpty(await ReadAllAsync(company, ["number"], new Condition(column, comparison, FieldValue.Text(pattern))));

        var address = Assert.Single(company.Sent).Url;
        Assert.Equal(expected.Length > 0, address.Contains("$filter", StringComparison.Ordinal));
        Assert.EndsWith(expected, address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_service_cannot_filter_is_filtered_here()
    {
        using var company = new ScriptedCompany(_ => Json($$"""{"value":[{{Row}}]}"""));
        var either = new AnyOf(
        [
            Where.Is("number", "X"),
            Where.Is("displayName", "adatum corporation"),
        ]);
        var local = Where.IsBlank("currencyCode");
        var foreign = Where.Is("currencyCode", "USD");

        Assert.Single(await ReadAllAsync(company, [], new AllOf([either, local])));
        Assert.Empty(await ReadAllAsync(company, [], foreign));
        Assert.All(company.Sent, request => Assert.DoesNotContain("$filter", request.Url, StringComparison.Ordinal));
        Assert.EndsWith(",number,displayName,currencyCode", company.Sent[0].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_ids_cost_one_request()
    {
        using var company = new ScriptedCompany(request => Batches.Answer(request, _ => (200, $$"""{"value":[{{Row}}]}""")));
        var ids = Enumerable.Range(1, 1000).Select(number => new Guid(number, 0, 0, new byte[8])).ToList();

        var records = await company.Endpoint.ReadByIdAsync("customers", ["number"], ids, default);

        var request = Assert.Single(company.Sent);
        var inner = Batches.Requests(request);
        Assert.Equal((20, 20), (inner.Count, records.Count));
        Assert.Equal("odata.continue-on-error", request.Headers["Prefer"]);
        Assert.All(inner, item => Assert.True(item.GetProperty("url").GetString()!.Length < 8000));
        Assert.Equal(1000, inner.Sum(item => item.GetProperty("url").GetString()!.Split("id%20eq%20").Length - 1));
    }

    [Fact]
    public async Task A_few_ids_cost_one_plain_request()
    {
        using var company = new ScriptedCompany(_ => Json("""{"value":[]}"""));

        var records = await company.Endpoint.ReadByIdAsync("customers", [], [new Guid("5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01")], default);

        Assert.Empty(records);
        Assert.EndsWith("&$filter=id eq 5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01", Assert.Single(company.Sent).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_looked_for_without_regard_to_case()
    {
        using var company = new ScriptedCompany(_ => Json("""{"value":[]}"""));

        await company.Endpoint.ReadByValueAsync(
            "customers", [], "displayName", [FieldValue.Text("Ab"), FieldValue.Text("aB"), FieldValue.Text("12")], default);

        Assert.EndsWith(
            "&$filter=tolower(displayName) eq 'ab' or displayName eq '12'", Assert.Single(company.Sent).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_read_inside_a_batch_fails_the_call()
    {
        const string Denied = """{"error":{"code":"Authorization_Denied","message":"no"}}""";
        using var company = new ScriptedCompany(request => Batches.Answer(
            request, index => index == 1 ? (403, Denied) : (200, """{"value":[]}""")));
        var ids = Enumerable.Range(1, 120).Select(number => new Guid(number, 0, 0, new byte[8])).ToList();

        var error = await Assert.ThrowsAsync<EndpointException>(() => company.Endpoint.ReadByIdAsync("customers", [], ids, default));

        Assert.Equal(FailureClass.Permission, error.Failure.Class);
    }

    [Fact]
    public async Task A_count_is_one_small_request()
    {
        using var company = new ScriptedCompany(_ => Status(200, body: "\uFEFF42"));

        Assert.Equal(42, await company.Endpoint.CountAsync("customers", Where.IsNotBlank("number"), default));
        Assert.EndsWith("/customers/$count?$filter=number ne ''", Assert.Single(company.Sent).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_not_offered_is_a_missing_capability()
    {
        using var company = new ScriptedCompany(_ => Json("{}"));

        var error = await Assert.ThrowsAsync<EndpointException>(() => company.Endpoint.CountAsync("resources", Filter.All, default));

        Assert.Equal(FailureClass.Capability, error.Failure.Class);
    }

    private static async Task<List<Record>> ReadAllAsync(ScriptedCompany company, IReadOnlyList<string> columns, Filter filter)
    {
        var records = new List<Record>();
        await foreach (var page in company.Endpoint.ReadAsync("customers", columns, filter, default))
            records.AddRange(page);
        return records;
    }
}
