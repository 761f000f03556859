using System.Text;
using BcSalesSync.Endpoints.Dataverse.Transport;

namespace BcSalesSync.Endpoints.Tests.Dataverse;

public sealed class BatchTests
{
    [Fact]
    public void Operations_are_written_with_crlf_below_the_configured_path()
    {
        BatchOperation[] operations =
        [
            new(HttpMethod.Patch, "accounts(1)", [new("If-Match", "*")], Encoding.UTF8.GetBytes("""{"name":"Süd"}""")),
            new(HttpMethod.Get, "accounts?$select=name", []),
        ];

        var body = BatchWriter.Write(new Uri("http://127.0.0.1:7700/sales/api/data/v9.2/"), operations);

        var expected = """
            --batch_bcsalessync
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            PATCH /sales/api/data/v9.2/accounts(1) HTTP/1.1
            If-Match: *
            Content-Type: application/json; type=entry

            {"name":"Süd"}
            --batch_bcsalessync
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            GET /sales/api/data/v9.2/accounts?$select=name HTTP/1.1


            --batch_bcsalessync--

            """;
        Assert.Equal(expected.ReplaceLineEndings("\r\n"), Encoding.UTF8.GetString(body.Span));
    }

    [Theory]
    [InlineData("\r\n", true)]
    [InlineData("\n", true)]
    [InlineData("\r\n", false)]
    public void Parts_are_read_in_order_whatever_the_line_ends_and_without_a_closing_boundary(string lineEnd, bool closed)
    {
        var text = """
            --batchresponse_2f6b
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            HTTP/1.1 412 Precondition Failed
            Retry-After: 12
            Content-Type: application/json; odata.metadata=minimal

            {"error":{"code":"0x80060882","message":"stale --batchresponse_2f6b"}}
            --batchresponse_2f6b
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            HTTP/1.1 204 No Content


            --batchresponse_2f6b
            Content-Type: application/http

            HTTP/1.1 200 OK
            OData-Version: 4.0

            {"name":"Adatum"}

            """ + (closed ? "--batchresponse_2f6b--" : string.Empty);

        var parts = BatchReader.Read(Encoding.UTF8.GetBytes(text.ReplaceLineEndings(lineEnd)), "batchresponse_2f6b");

        Assert.Equal([412, 204, 200], parts.Select(part => part.Status));
        Assert.Equal(TimeSpan.FromSeconds(12), parts[0].RetryAfter);
        Assert.Equal(
            ["""{"error":{"code":"0x80060882","message":"stale --batchresponse_2f6b"}}""", string.Empty, """{"name":"Adatum"}"""],
            parts.Select(part => Encoding.UTF8.GetString(part.Body.Span)));
    }

    [Theory]
    [InlineData("multipart/mixed; boundary=batchresponse_1", "batchresponse_1")]
    [InlineData("Multipart/Mixed;boundary=\"b 1\"; charset=utf-8", "b 1")]
    [InlineData("application/json", null)]
    [InlineData(null, null)]
    public void The_boundary_comes_from_the_content_type(string? contentType, string? boundary) =>
        Assert.Equal(boundary, BatchReader.FindBoundary(contentType));
}
