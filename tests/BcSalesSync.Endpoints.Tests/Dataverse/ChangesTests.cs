using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Tests.Dataverse;

public sealed class ChangesTests : DataverseTest
{
    private const string Delta = ScriptedService.Base + "/accounts?$select=name,statecode&$deltatoken=7720440%2103%2f02%2f2026";
    private const string DeltaAddress = "accounts?$select=name,statecode&$deltatoken=";
    private static readonly Condition Active = new("statecode", FilterOperator.Equal, FieldValue.Number(0));

    [Fact]
    public async Task The_first_read_asks_for_a_token_and_filters_here()
    {
        Service.WithMetadata().On("GET", "accounts?", Page(null, Delta, Row(First, 0), Row(Second, 1)));

        var page = Assert.Single(await Changes(null));

        Assert.True(page.IsLast);
        Assert.Equal(First, Assert.Single(page.Records).Id);
        var request = Assert.Single(Service.Requests);
        Assert.Equal("accounts?$select=name,statecode,versionnumber,modifiedon", request.Address);
        Assert.Equal("odata.track-changes,odata.maxpagesize=5000", request.Prefer);
    }

    [Fact]
    public async Task An_unchanged_table_costs_one_request_and_moves_the_cursor()
    {
        var cursor = await FirstCursor();
        Service.On("GET", DeltaAddress, Page(null, Delta.Replace("7720440", "7721102", StringComparison.Ordinal)));
        Service.Requests.Clear();

        var page = Assert.Single(await Changes(cursor));

        Assert.Empty(page.Records);
        Assert.True(page.IsLast);
        Assert.NotEqual(cursor, page.Cursor);
        var request = Assert.Single(Service.Requests);
        Assert.Equal("accounts?$select=name,statecode&$deltatoken=7720440!03/02/2026", request.Address);
        Assert.Equal("odata.maxpagesize=5000", request.Prefer);
    }

    [Fact]
    public async Task Deletions_come_whatever_the_filter_but_not_for_a_row_that_is_back()
    {
        var cursor = await FirstCursor();
        const string Other = "7c2a0b5e-3d4f-5e60-8b82-9cbdae9f8003";
        Service.On("GET", DeltaAddress, Page(null, Delta, Row(First, 1), Gone(First.ToString()), Gone(Other)));

        var page = Assert.Single(await Changes(cursor));

        Assert.Empty(page.Records);
        Assert.Equal(new Guid(Other), Assert.Single(page.DeletedIds));
    }

    [Fact]
    public async Task A_read_goes_on_from_any_page_after_a_restart()
    {
        const string Next = ScriptedService.Base + "/accounts?$skiptoken=2";
        Service.WithMetadata()
            .On("GET", "accounts?", Page(Next, null, Row(First, 0)))
            .On("GET", "accounts?$skiptoken=2", Page(null, Delta, Row(Second, 0)));
        var first = await FirstPage();

        Assert.False(first.IsLast);
        Service.Requests.Clear();
        var rest = Assert.Single(await Changes(first.Cursor));

        Assert.Equal((Second, true), (Assert.Single(rest.Records).Id, rest.IsLast));
        Assert.Equal("accounts?$skiptoken=2", Service.Requests[0].Address);
        Assert.Equal("odata.track-changes,odata.maxpagesize=5000", Service.Requests[0].Prefer);
    }

    [Theory]
    [InlineData(400, "0x80044352")]
    [InlineData(410, "")]
    public async Task A_token_that_is_too_old_says_so(int status, string code)
    {
        var cursor = await FirstCursor();
        Service.On("GET", DeltaAddress, Reply.Failed(status, code, "Version stamp associated with the client has expired."));

        await Assert.ThrowsAsync<CursorExpiredException>(() => Changes(cursor));
    }

    [Fact]
    public async Task A_cursor_made_for_fewer_columns_no_longer_fits()
    {
        var cursor = await FirstCursor();

        await Assert.ThrowsAsync<CursorExpiredException>(
            () => Collect(Endpoint.ReadChangesAsync(new ChangeRequest("account", ["name", "telephone1"], Active, cursor), default)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Columns\":")]
    [InlineData("7720440")]
    public async Task A_cursor_of_another_kind_no_longer_fits(string cursor)
    {
        Service.WithMetadata();

        await Assert.ThrowsAsync<CursorExpiredException>(() => Changes(cursor));
    }

    [Fact]
    public async Task A_table_without_tracking_is_asked_by_time_with_an_overlap()
    {
        Service.WithMetadata(tracking: false).On("GET", "accounts?", Page(null, null, Row(First, 0), Row(Second, 0)));

        var first = Assert.Single(await Changes(null));
        var again = Assert.Single(await Changes(first.Cursor));

        Assert.Equal(2, again.Records.Count);
        const string Select = "accounts?$select=name,statecode,versionnumber,modifiedon&$filter=";
        Assert.Equal(Select + "statecode eq 0&$orderby=modifiedon,accountid", Service.Requests[0].Address);
        Assert.Equal(
            Select + "modifiedon ge 2026-03-02T10:15:00Z and statecode eq 0&$orderby=modifiedon,accountid",
            Service.Requests[1].Address);
        Assert.Equal("odata.maxpagesize=5000", Service.Requests[1].Prefer);
    }

    [Fact]
    public async Task A_table_whose_tracking_is_refused_is_asked_by_time()
    {
        Service.WithMetadata().On(
            call => call.Address.StartsWith("accounts?", StringComparison.Ordinal),
            call => call.Prefer!.Contains("track-changes", StringComparison.Ordinal)
                ? Reply.Failed(400, "0x80072491", "Entity account isn't enabled for change tracking.")
                : Page(null, null, Row(First, 0)));

        var first = Assert.Single(await Changes(null));
        await Changes(first.Cursor);

        Assert.Equal(First, Assert.Single(first.Records).Id);
        Assert.Contains("modifiedon ge", Service.Requests[^1].Address, StringComparison.Ordinal);
        Assert.Equal(3, Service.Requests.Count);
    }

    [Fact]
    public async Task An_answer_without_a_token_leads_to_asking_by_time()
    {
        Service.WithMetadata().On("GET", "accounts?", Page(null, null, Row(First, 0)));

        var first = Assert.Single(await Changes(null));
        await Changes(first.Cursor);

        Assert.Contains("modifiedon ge 2026-03-02T10:15:00Z", Service.Requests[^1].Address, StringComparison.Ordinal);
    }

    private async Task<string> FirstCursor()
    {
        Service.WithMetadata().On("GET", "accounts?", Page(null, Delta));
        return Assert.Single(await Changes(null)).Cursor;
    }

    private async Task<ChangePage> FirstPage()
    {
        await foreach (var page in Endpoint.ReadChangesAsync(Request(null), default))
            return page;
        throw new InvalidOperationException("There was no page.");
    }

    private Task<List<ChangePage>> Changes(string? cursor) => Collect(Endpoint.ReadChangesAsync(Request(cursor), default));

    private static ChangeRequest Request(string? cursor) => new("account", ["name"], Active, cursor);

    private static Reply Page(string? next, string? delta, params string[] rows) => Reply.Ok(
        $$"""{"@odata.context":"x"{{Link("nextLink", next)}}{{Link("deltaLink", delta)}},"value":[{{string.Join(',', rows)}}]}""");

    private static string Link(string name, string? link) => link is null ? string.Empty : $",\"@odata.{name}\":\"{link}\"";

    private static string Row(Guid id, int state) =>
        $$"""
        {"@odata.etag":"W/\"7\"","accountid":"{{id}}","name":"Adatum","statecode":{{state}},
         "modifiedon":"2026-03-02T10:20:00Z","versionnumber":7}
        """;

    private static string Gone(string id) =>
        $$"""{"@odata.context":"{{ScriptedService.Base}}/$metadata#accounts/$deletedEntity","id":"{{id}}","reason":"deleted"}""";
}
