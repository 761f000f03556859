using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records.Filters;
using static BcSalesSync.Endpoints.Tests.Http.ScriptedHandler;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

public sealed class ChangeTests
{
    private static readonly Guid Gone = new("5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c03");

    [Fact]
    public async Task A_first_read_takes_everything_settled_and_asks_for_no_deletions()
    {
        using var company = new ScriptedCompany(_ => Json($$"""{"value":[{{Customer(1, 482198)}}]}"""));

        var page = Assert.Single(await ReadAsync(company, "customers", null));

        Assert.EndsWith(
            "&$filter=systemRowVersion gt 0 and systemRowVersion lt 482231&$orderby=systemRowVersion",
            Assert.Single(company.Sent).Url,
            StringComparison.Ordinal);
        Assert.Equal("""{"v":482230}""", page.Cursor);
        Assert.True(page.IsLast);
        Assert.Equal("482198", Assert.Single(page.Records).Version);
    }

    [Fact]
    public async Task A_later_read_brings_changes_and_deletions_of_the_same_range()
    {
        using var company = new ScriptedCompany(request => request.Url.Contains("deletedRecords", StringComparison.Ordinal)
            ? Json("""
                {"value":[{"id":"0a9d6c51-7b1e-4d39-a2f4-6c0e8b7d5f01",
                "recordSystemId":"5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c03","systemRowVersion":482200}]}
                """)
            : Json("""{"value":[]}"""));

        var page = Assert.Single(await ReadAsync(company, "customers", """{"v":482007}"""));

        Assert.Equal([Gone], page.DeletedIds);
        Assert.EndsWith(
            "&$filter=tableId eq 18 and systemRowVersion gt 482007 and systemRowVersion lt 482231&$orderby=systemRowVersion",
            company.Sent[0].Url,
            StringComparison.Ordinal);
        Assert.Equal(2, company.Sent.Count);
    }

    [Fact]
    public async Task Nothing_at_all_happened_costs_only_the_question_for_the_row_version()
    {
        using var company = new ScriptedCompany(_ => Json("""{"value":[]}"""));
        await company.Endpoint.GetFactsAsync(default);

        var page = Assert.Single(await ReadAsync(company, "customers", """{"v":482230}"""));

        Assert.Equal(("""{"v":482230}""", true), (page.Cursor, page.IsLast));
        Assert.Equal(2, company.CapabilityReads);
        Assert.Empty(company.Sent);
    }

    [Fact]
    public async Task Every_page_carries_a_place_to_go_on_from()
    {
        const string Next = "https://bc.example/next";
        using var company = new ScriptedCompany(request => request.Url == "/next"
            ? Json($$"""{"value":[{{Customer(2, 300)}}]}""")
            : Json($$"""{"value":[{{Customer(1, 200)}}],"@odata.nextLink":"{{Next}}"}"""));

        var pages = await ReadAsync(company, "customers", null);

        Assert.Equal(["""{"v":200,"upTo":482230}""", """{"v":482230}"""], pages.Select(page => page.Cursor));
    }

    [Fact]
    public async Task Going_on_keeps_the_range_and_asks_neither_for_capabilities_nor_for_deletions_again()
    {
        using var company = new ScriptedCompany(_ => Json("""{"value":[]}"""));
        await company.Endpoint.GetFactsAsync(default);

        var page = Assert.Single(await ReadAsync(company, "customers", """{"v":200,"upTo":400}"""));

        Assert.Contains("systemRowVersion gt 200 and systemRowVersion lt 401", Assert.Single(company.Sent).Url, StringComparison.Ordinal);
        Assert.Equal("""{"v":400}""", page.Cursor);
        Assert.Equal(1, company.CapabilityReads);
    }

    [Fact]
    public async Task A_filter_and_a_first_time_narrow_the_read()
    {
        using var company = new ScriptedCompany(_ => Json("""{"value":[]}"""));
        var request = new ChangeRequest(
            "customers",
            ["number"],
            Where.IsBlank("blocked"),
            null,
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

        await company.Endpoint.ReadChangesAsync(request, default).ToListAsync();

        Assert.Contains(
            " and systemModifiedAt ge 2026-01-01T00:00:00Z and blocked eq '_x0020_'&",
            Assert.Single(company.Sent).Url,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customers", """{"t":"2026-03-02T08:00:00+00:00","d":1}""")]
    [InlineData("currencies", """{"v":1}""")]
    [InlineData("customers", "nonsense")]
    public async Task A_cursor_of_another_kind_of_read_has_expired(string table, string cursor)
    {
        using var company = new ScriptedCompany(_ => Json("""{"value":[]}"""));

        var error = await Assert.ThrowsAsync<CursorExpiredException>(() => ReadAsync(company, table, cursor));

        Assert.Equal(SystemSide.BusinessCentral, error.Side);
    }

    [Fact]
    public async Task A_table_of_api_v2_is_read_by_time_and_remembers_the_latest()
    {
        using var company = new ScriptedCompany(_ => Json(
            """{"value":[{"id":"5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c05","lastModifiedDateTime":"2026-03-02T08:01:17.453Z"}]}"""));

        var page = Assert.Single(await ReadAsync(company, "currencies", null));

        Assert.EndsWith(
            "/currencies?$select=id,lastModifiedDateTime,number&$orderby=lastModifiedDateTime",
            company.Sent[0].Url,
            StringComparison.Ordinal);
        Assert.Equal("2026-03-02T08:01:17.453Z", Assert.Single(page.Records).Version);
        Assert.Equal("""{"t":"2026-03-02T08:01:17.453+00:00","d":482230}""", page.Cursor);
    }

    [Fact]
    public async Task A_later_read_by_time_reaches_back_and_brings_deletions()
    {
        using var company = new ScriptedCompany(_ => Json("""{"value":[]}"""));

        var page = Assert.Single(await ReadAsync(company, "currencies", """{"t":"2026-03-02T08:01:17.453Z","d":482000}"""));

        Assert.Contains(
            "tableId eq 4 and systemRowVersion gt 482000 and systemRowVersion lt 482231", company.Sent[0].Url, StringComparison.Ordinal);
        Assert.Contains("$filter=lastModifiedDateTime ge 2026-03-02T07:51:17.453Z&", company.Sent[1].Url, StringComparison.Ordinal);
        Assert.Equal("""{"t":"2026-03-02T08:01:17.453+00:00","d":482230}""", page.Cursor);
        Assert.Equal(2, company.Sent.Count);
    }

    [Fact]
    public async Task Without_companion_a_read_by_time_is_one_request()
    {
        using var company = new ScriptedCompany(_ => Json("""{"value":[]}"""), tier: 0);
        await company.Endpoint.GetFactsAsync(default);
        var before = company.Handler.Sent.Count;
        await company.Endpoint.GetSchemaAsync("customers", default);

        var page = Assert.Single(await ReadAsync(company, "customers", """{"t":"2026-03-02T08:01:17.453Z"}"""));

        Assert.Single(company.Sent);
        Assert.Equal(before + 2, company.Handler.Sent.Count);
        Assert.Equal("""{"t":"2026-03-02T08:01:17.453+00:00"}""", page.Cursor);
    }

    private static string Customer(int number, long version) =>
        $$"""{"id":"5c1f9f1e-0b5a-4d1e-9f6b-00000000000{{number}}","number":"C{{number}}","systemRowVersion":{{version}}}""";

    private static async Task<List<ChangePage>> ReadAsync(ScriptedCompany company, string table, string? cursor)
    {
        var columns = new[] { "number" };
        return await company.Endpoint.ReadChangesAsync(new ChangeRequest(table, columns, Filter.All, cursor), default).ToListAsync();
    }
}
