using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Tests.ServiceClient;

public sealed class ChangesTests : ServiceClientTest
{
    private static readonly Condition Active = new("statecode", FilterOperator.Equal, FieldValue.Number(0));

    [Fact]
    public async Task The_first_read_brings_everything_and_filters_here()
    {
        Organization.Then("EntityChanges", Page("token-1", [Account(First, 0), Account(Second, 1)]));
        using var endpoint = Open();

        var page = Assert.Single(await ReadAsync(endpoint, null));

        Assert.True(page.IsLast);
        Assert.Equal(First, Assert.Single(page.Records).Id);
        var request = Assert.Single(Organization.Sent);
        Assert.Equal(("RetrieveEntityChanges", "account", null), (request.Name, request.Parameters["EntityName"], request.Parameters["DataVersion"]));
        Assert.Equal(["name", "statecode", "versionnumber", "modifiedon"], Assert.IsType<OrgColumns>(request.Parameters["Columns"]).Names);
        Assert.Equal(new OrgPaging(1, 5000), request.Parameters["PageInfo"]);
    }

    [Fact]
    public async Task The_next_read_asks_for_what_came_since_and_tells_deletions_but_not_of_a_row_that_is_back()
    {
        Organization.Then("EntityChanges", Page("token-1", []))
            .Then("EntityChanges", Page("token-2", [Account(First, 1)], First, Second));
        using var endpoint = Open();
        var cursor = Assert.Single(await ReadAsync(endpoint, null)).Cursor;

        var page = Assert.Single(await ReadAsync(endpoint, cursor));

        Assert.Equal("token-1", Organization.Sent[1].Parameters["DataVersion"]);
        Assert.Empty(page.Records);
        Assert.Equal([Second], page.DeletedIds);
        Assert.NotEqual(cursor, page.Cursor);
    }

    [Fact]
    public async Task A_read_goes_on_from_any_page_after_a_restart()
    {
        Organization.Then("EntityChanges", Page("token-1", []))
            .Then("EntityChanges", Page(null, [Account(First, 0)]) with { MoreRecords = true, PagingCookie = "<cookie/>" })
            .Then("EntityChanges", Page("token-2", [Account(Second, 0)]));
        using var endpoint = Open();
        var start = Assert.Single(await ReadAsync(endpoint, null)).Cursor;
        var first = (await ReadAsync(endpoint, start))[0];
        Assert.False(first.IsLast);

        var rest = Assert.Single(await ReadAsync(endpoint, first.Cursor));

        Assert.Equal(Second, Assert.Single(rest.Records).Id);
        Assert.Equal("token-1", Organization.Sent[^1].Parameters["DataVersion"]);
        Assert.Equal(new OrgPaging(2, 5000, "<cookie/>"), Organization.Sent[^1].Parameters["PageInfo"]);
    }

    [Theory]
    [InlineData(0x80044352u)]
    [InlineData(0x80072491u)]
    public async Task A_token_that_is_too_old_or_a_table_that_tracks_no_longer_asks_for_a_full_read(uint code)
    {
        Organization.Then("EntityChanges", Page("token-1", [])).ThenFault(code);
        using var endpoint = Open();
        var cursor = Assert.Single(await ReadAsync(endpoint, null)).Cursor;

        await Assert.ThrowsAsync<CursorExpiredException>(() => ReadAsync(endpoint, cursor));
        Assert.Equal(2, Organization.Sent.Count);
    }

    [Fact]
    public async Task A_cursor_of_the_Web_API_or_for_other_columns_does_not_fit()
    {
        Organization.Then("EntityChanges", Page("token-1", []));
        using var endpoint = Open();
        var narrow = (await Collect(endpoint.ReadChangesAsync(new ChangeRequest("account", [], Filter.All, null), default)))[^1].Cursor;

        await Assert.ThrowsAsync<CursorExpiredException>(() => ReadAsync(endpoint, narrow));
        await Assert.ThrowsAsync<CursorExpiredException>(() => ReadAsync(endpoint, """{"Columns":["name"],"Link":"x"}"""));
    }

    [Fact]
    public async Task A_table_without_tracking_is_asked_by_time_over_the_Web_API()
    {
        Service.WithMetadata(tracking: false).On("GET", "accounts?", Reply.Ok("""{"value":[]}"""));
        using var endpoint = Over();

        Assert.Single(await ReadAsync(endpoint, null));

        Assert.Empty(Organization.Sent);
        Assert.Contains("$orderby=modifiedon", Assert.Single(Service.Requests).Address, StringComparison.Ordinal);
    }

    private static Task<List<ChangePage>> ReadAsync(IEndpoint endpoint, string? cursor) =>
        Collect(endpoint.ReadChangesAsync(new ChangeRequest("account", ["name"], Active, cursor), default));

    private static OrgEntity Account(Guid id, int state) => Row(id, ("name", "Adatum"), ("statecode", new OrgChoice(state)));

    private static OrgChanges Page(string? token, OrgEntity[] changed, params Guid[] removed) => new(changed, removed) { DataToken = token };
}
