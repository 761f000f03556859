using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse;
using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Tests.Dataverse;

public sealed class ReadingTests : DataverseTest
{
    private const string Contact = "1c2d3e4f-6666-4b5c-8d6e-7f8091a2b301";

    [Fact]
    public async Task Pages_follow_the_link_as_given_and_repeat_the_preference()
    {
        const string Link = ScriptedService.Base + "/accounts?$select=name&$skiptoken=%3Ccookie%20pagenumber=%222%22%20/%3E";
        Service.WithMetadata()
            .On("GET", "accounts?", Reply.Ok($$"""{"value":[{{Row(First, 1)}}],"@odata.nextLink":"{{Link}}"}"""))
            .On("GET", "accounts?$select=name&$skiptoken=<cookie pagenumber=\"2\" />", Reply.Ok($$"""{"value":[{{Row(Second, 2)}}]}"""));
        using var endpoint = Connect(Service, pageSize: 1);

        var pages = await Collect(endpoint.ReadAsync("account", ["name", "creditlimit"], Filter.All, default));

        Assert.Equal([First, Second], pages.Select(page => Assert.Single(page).Id));
        Assert.Equal("accounts?$select=name,creditlimit,versionnumber,modifiedon", Service.Requests[0].Address);
        Assert.All(Service.Requests, request => Assert.Equal("odata.maxpagesize=1", request.Prefer));
        Assert.All(Service.Requests, request => Assert.Equal("null", request.Headers["If-None-Match"]));
    }

    [Fact]
    public async Task A_row_comes_in_normal_form_with_its_stamps()
    {
        Service.WithMetadata().On("GET", "accounts?", Reply.Ok(
            $$"""
            {"@odata.context":"x","unknown":{"a":[1]},"value":[{"accountid":"{{First}}","name":"Adatum","telephone1":null,
             "creditlimit":25000.5000,"paymenttermscode":1,"creditonhold":true,"lastusedincampaign":"2026-01-31","surprise":[{"b":2}],
             "statecode":0,
             "_primarycontactid_value":"{{Contact}}","versionnumber":7720388,"modifiedon":"2026-03-02T08:02:11Z",
             "@odata.etag":"W/\"7720388\""}]}
            """));
        string[] columns =
        [
            "name", "telephone1", "creditlimit", "paymenttermscode", "creditonhold", "lastusedincampaign", "statecode", "primarycontactid",
            "accountid",
        ];

        var row = Assert.Single(Assert.Single(await Collect(Endpoint.ReadAsync("account", columns, Filter.All, default))));

        Assert.Equal((First, "7720388", "W/\"7720388\""), (row.Id, row.Version, row.ETag));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 2, 11, TimeSpan.Zero), row.ModifiedAt);
        Assert.Equal(columns, row.Values.Keys);
        Assert.Equal(
            [
                FieldValue.Text("Adatum"), FieldValue.Empty, FieldValue.Number(25000.5m), FieldValue.Number(1), FieldValue.Boolean(true),
                FieldValue.Date(new DateOnly(2026, 1, 31)), FieldValue.Number(0),
                FieldValue.Reference("contact", new Guid(Contact)), FieldValue.Id(First),
            ],
            columns.Select(column => row[column]));
    }

    [Fact]
    public async Task A_polymorphic_lookup_names_its_table_and_conditions_on_it_are_applied_here()
    {
        Service.WithMetadata().On("GET", "contacts?", Reply.Ok(
            $$"""
            {"value":[
             {"_parentcustomerid_value":"{{First}}",
              "_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname":"account","contactid":"{{Contact}}"},
             {"_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname":"contact",
              "_parentcustomerid_value":"{{Second}}","contactid":"{{Second}}"}]}
            """));
        var filter = new AllOf(
        [
            new Condition("statecode", FilterOperator.Equal, FieldValue.Number(0)),
            new Condition("parentcustomeridtype", FilterOperator.Equal, FieldValue.Text("account")),
        ]);

        var row = Assert.Single(Assert.Single(await Collect(Endpoint.ReadAsync("contact", ["parentcustomerid"], filter, default))));

        Assert.Equal(FieldValue.Reference("account", First), row["parentcustomerid"]);
        var request = Assert.Single(Service.Requests);
        Assert.Equal("contacts?$select=_parentcustomerid_value,versionnumber,modifiedon&$filter=statecode eq 0", request.Address);
        Assert.Equal("odata.maxpagesize=5000,odata.include-annotations=\"Microsoft.Dynamics.CRM.*\"", request.Prefer);
    }

    [Fact]
    public async Task Filters_become_text_with_doubled_quotes_bare_ids_and_null_for_blank()
    {
        Service.WithMetadata().On("GET", "accounts?", Reply.Ok("""{"value":[]}"""));
        var time = new DateTimeOffset(2026, 3, 2, 7, 50, 0, TimeSpan.Zero);
        var filter = new AllOf(
        [
            new Condition("name", FilterOperator.NotEqual, FieldValue.Text("O'Neil & Sons")),
            new AnyOf(
            [
                new Condition("bcbi_companyid", FilterOperator.Equal, FieldValue.Id(Second)),
                new Condition("bcbi_companyid", FilterOperator.Equal, FieldValue.Empty),
            ]),
            new Condition("modifiedon", FilterOperator.GreaterOrEqual, FieldValue.Time(time)),
            new Condition("creditlimit", FilterOperator.LessThan, FieldValue.Number(10.50m)),
            new Condition("paymenttermscode", FilterOperator.Equal, FieldValue.Text("net 30")),
            new Condition("telephone1", FilterOperator.StartsWith, FieldValue.Text("+49")),
        ]);

        await Collect(Endpoint.ReadAsync("account", ["name"], filter, default));

        Assert.EndsWith(
            "&$filter=(name ne 'O''Neil & Sons' or name eq null) and "
            + $"(_bcbi_companyid_value eq {Second} or _bcbi_companyid_value eq null) and "
            + "modifiedon ge 2026-03-02T07:50:00Z and creditlimit lt 10.5 and paymenttermscode eq 1 and startswith(telephone1,'+49')",
            Assert.Single(Service.Requests).Address,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("O'N*", FilterOperator.Like, "&$filter=startswith(name,'O''N')")]
    [InlineData("*Ltd", FilterOperator.Like, "&$filter=endswith(name,'Ltd')")]
    [InlineData("*a*", FilterOperator.Like, "&$filter=contains(name,'a')")]
    [InlineData("*a*", FilterOperator.NotLike, "&$filter=(not contains(name,'a') or name eq null)")]
    [InlineData("a?c", FilterOperator.Like, "")]
    public async Task Patterns_become_functions_where_one_says_the_same(string pattern, FilterOperator comparison, string expected)
    {
        Service.WithMetadata().On("GET", "accounts?", Reply.Ok("""{"value":[]}"""));

        await Collect(Endpoint.ReadAsync("account", ["name"], new Condition("name", comparison, FieldValue.Text(pattern)), default));

        var address = Assert.Single(Service.Requests).Address;
        Assert.Equal(expected.Length > 0, address.Contains("$filter", StringComparison.Ordinal));
        Assert.EndsWith(expected, address, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "ENG-152")]
    public async Task A_thousand_ids_cost_one_request_and_missing_ones_are_absent()
    {
        Service.WithMetadata().On(
            call => call.Address.StartsWith("accounts?", StringComparison.Ordinal),
            call =>
            {
                var isAsked = call.Address.Contains(First.ToString(), StringComparison.Ordinal);
                return Reply.Ok($$"""{"value":[{{(isAsked ? Row(First, 1) : string.Empty)}}]}""");
            });
        var ids = Enumerable.Range(1, 999).Select(number => new Guid(number, 0, 0, new byte[8])).Append(First).ToList();

        var found = await Endpoint.ReadByIdAsync("account", ["name"], ids, default);

        Assert.Equal(First, Assert.Single(found).Id);
        Assert.Single(Service.Requests);
        Assert.Equal(10, Service.Operations.Count);
        const string List = "In(PropertyName='accountid',PropertyValues=[\"";
        Assert.All(Service.Operations, operation => Assert.Contains(List, operation.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_that_a_quoted_list_cannot_hold_are_compared_one_by_one()
    {
        Service.WithMetadata().On("GET", "accounts?", Reply.Ok("""{"value":[]}"""));

        await Endpoint.ReadByValueAsync(
            "account",
            ["name"],
            "name",
            [FieldValue.Text("Adatum"), FieldValue.Text("O'Neil"), FieldValue.Text("3\" pipes"), FieldValue.Empty],
            default);

        Assert.EndsWith(
            "$filter=Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=[\"Adatum\"])"
            + " or name eq 'O''Neil' or name eq '3\" pipes' or name eq null",
            Assert.Single(Service.Requests).Address,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_the_service_finds_too_long_is_halved()
    {
        Service.WithMetadata().On(
            call => call.Address.StartsWith("accounts?", StringComparison.Ordinal),
            call => call.Address.Split("\",\"").Length > 60
                ? Reply.Failed(400, "0x8004430C", "Number of conditions in query exceeded maximum limit.")
                : Reply.Ok($$"""{"value":[{{Row(First, 1)}}]}"""));
        var ids = Enumerable.Range(1, 100).Select(number => new Guid(number, 0, 1, new byte[8])).ToList();

        Assert.Equal(2, (await Endpoint.ReadByIdAsync("account", ["name"], ids, default)).Count);
        Assert.Equal(2, Service.Requests.Count);
    }

    [Fact]
    public async Task Reading_by_value_follows_pages_of_a_single_query()
    {
        const string Link = ScriptedService.Base + "/accounts?$skiptoken=2";
        Service.WithMetadata()
            .On("GET", "accounts?", Reply.Ok($$"""{"value":[{{Row(First, 1)}}],"@odata.nextLink":"{{Link}}"}"""))
            .On("GET", "accounts?$skiptoken=2", Reply.Ok($$"""{"value":[{{Row(Second, 2)}}]}"""));

        var found = await Endpoint.ReadByValueAsync("account", ["name"], "name", [FieldValue.Text("Adatum")], default);

        Assert.Equal([First, Second], found.Select(record => record.Id));
    }

    [Fact]
    public async Task Counting_costs_one_small_request()
    {
        Service.WithMetadata().On("GET", "accounts?", Reply.Ok($$"""{"@odata.count":4711,"value":[{"accountid":"{{First}}"}]}"""));

        var active = new Condition("statecode", FilterOperator.Equal, FieldValue.Number(0));
        Assert.Equal(4711, await Endpoint.CountAsync("account", active, default));
        Assert.Equal("accounts?$select=accountid&$filter=statecode eq 0&$count=true", Assert.Single(Service.Requests).Address);
        Assert.Equal("odata.maxpagesize=1", Service.Requests[0].Prefer);
    }

    [Fact]
    public async Task A_link_to_another_service_is_not_followed()
    {
        Service.WithMetadata()
            .On("GET", "accounts?", Reply.Ok("""{"value":[],"@odata.nextLink":"https://evil.example/accounts?$skiptoken=2"}"""));

        var problem = await Assert.ThrowsAsync<EndpointException>(
            () => Collect(Endpoint.ReadAsync("account", ["name"], Filter.All, default)));

        Assert.Contains("evil.example", problem.Message, StringComparison.Ordinal);
        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task A_read_is_repeated_after_a_dropped_connection_and_a_gateway_page()
    {
        Service.WithMetadata()
            .On("GET", "accounts?", Reply.Dropped, new Reply(502, "<html>"), Reply.Ok($$"""{"value":[{{Row(First, 1)}}]}"""));

        Assert.Single(await Collect(Endpoint.ReadAsync("account", ["name"], Filter.All, default)));
        Assert.Equal(3, Service.Requests.Count);
    }

    [Fact]
    public async Task A_busy_part_of_a_batch_of_reads_is_waited_for()
    {
        Service.WithMetadata().On(
            "GET",
            "accounts?",
            Reply.Ok("""{"value":[]}"""),
            Reply.Failed(429, "0x80072322", "Too many requests.") with { RetryAfter = "9" },
            Reply.Ok("""{"value":[]}"""));
        var ids = Enumerable.Range(1, 200).Select(number => new Guid(number, 0, 0, new byte[8])).ToList();

        Assert.Empty(await Endpoint.ReadByIdAsync("account", ["name"], ids, default));
        Assert.Equal(2, Service.Requests.Count);
        Assert.Contains(TimeSpan.FromSeconds(9), Time.Pauses);
    }

    [Fact]
    public async Task Unknown_columns_are_refused_by_name()
    {
        Service.WithMetadata();

        var problem = await Assert.ThrowsAsync<EndpointException>(
            () => Collect(Endpoint.ReadAsync("account", ["nav_foo"], Filter.All, default)));

        Assert.Equal(FailureClass.Capability, problem.Failure.Class);
        Assert.Contains("nav_foo", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_http_is_refused_beyond_this_machine() => Assert.Throws<EndpointException>(() =>
        DataverseEndpoint.Create(
            new() { BaseAddress = new Uri("http://adatum.example/api/data/v9.2") },
            new(),
            Service,
            new TestTokens(),
            new NumberedIds()));

    private static string Row(Guid id, int version) => $$"""{"@odata.etag":"W/\"{{version}}\"","accountid":"{{id}}","name":"Adatum"}""";
}
