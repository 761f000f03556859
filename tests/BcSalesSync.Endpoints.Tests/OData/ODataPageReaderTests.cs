using System.Text;
using System.Text.Json;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Tests.OData;

public sealed class ODataPageReaderTests
{
    [Fact]
    public void Rows_links_and_count_are_read_in_any_order()
    {
        var page = Read("""
            {"@odata.nextLink":"n","x":{"value":[1]},"value":[{"id":"a"},{"id":"b"}],"@odata.count":7,"@odata.deltaLink":"d"}
            """);

        Assert.Equal(["a", "b"], page.Rows);
        Assert.Equal(("n", "d", 7L), (page.NextLink, page.DeltaLink, page.Count));
    }

    [Fact]
    public void An_empty_last_page_is_legal() => Assert.Empty(Read("""{"value":[]}""").Rows);

    [Theory]
    [InlineData("")]
    [InlineData("<html/>")]
    [InlineData("[]")]
    [InlineData("""{"value":[{"id":"a"}""")]
    [InlineData("""{"value":5}""")]
    public void A_body_that_is_no_page_is_refused(string body) => Assert.ThrowsAny<JsonException>(() => Read(body));

    [Theory]
    [InlineData("12.50", FieldKind.Number, "12.5")]
    [InlineData("\"12.50\"", FieldKind.Number, "12.5")]
    [InlineData("\" de \"", FieldKind.Code, "DE")]
    [InlineData("\" de \"", FieldKind.Text, " de ")]
    [InlineData("\"2026-03-02T08:03:59.9Z\"", FieldKind.DateTime, "2026-03-02T08:03:59.9Z")]
    [InlineData("\"0001-01-01T00:00:00Z\"", FieldKind.DateTime, "")]
    [InlineData("\"0001-01-01\"", FieldKind.Date, "")]
    [InlineData("\"2026-03-02\"", FieldKind.Date, "2026-03-02")]
    [InlineData("\"00000000-0000-0000-0000-000000000000\"", FieldKind.UniqueId, "")]
    [InlineData("\"no date\"", FieldKind.Date, "no date")]
    [InlineData("null", FieldKind.Text, "")]
    [InlineData("true", FieldKind.Boolean, "true")]
    public void Values_become_their_normal_form(string json, FieldKind kind, string expected)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();

        Assert.Equal(expected, JsonFieldValue.Read(ref reader, kind).ToString());
    }

    private static ODataPage<string> Read(string json) => ODataPageReader.Read(Encoding.UTF8.GetBytes(json), ReadRow);

    private static string ReadRow(ref Utf8JsonReader reader)
    {
        using var row = JsonDocument.ParseValue(ref reader);
        return row.RootElement.GetProperty("id").GetString()!;
    }
}
