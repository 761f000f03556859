using System.Net;

namespace BcSalesSync.Sandbox.Tests.Sales;

public sealed class LimitTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task More_than_500_conditions_are_too_many()
    {
        var filter = string.Join(" or ", Enumerable.Range(0, 501).Select(i => $"name eq '{i}'"));

        (await _client.SendAsync("GET", "accounts?$select=name&$filter=" + filter)).Refuses(HttpStatusCode.BadRequest, "0x8004430C");
    }

    [Fact]
    public async Task An_address_beyond_32_kilobytes_is_too_long()
    {
        var answer = await _client.SendAsync("GET", "accounts?$filter=" + IdList(1000));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.Status);
    }

    [Fact]
    public async Task A_batch_carries_an_address_of_up_to_64_kilobytes()
    {
        var body = "--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + $"GET {SandboxOptions.SalesAddress.AbsolutePath}accounts?$select=name&$filter={IdList(1000)} HTTP/1.1\r\n\r\n\r\n"
            + "--b--\r\n";

        var answer = await _client.SendAsync("POST", "$batch", body, ("Content-Type", "multipart/mixed;boundary=b"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("\"name\":\"Fabrikam\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_request_is_told_when_to_come_again_and_has_done_nothing()
    {
        await _client.ControlAsync(
            "faults", new { rules = new[] { new { system = "sales", method = "POST", status = 429, retryAfter = 17, times = 1 } } });

        var refused = await _client.SendAsync("POST", "accounts", new { name = "Twice" });
        var accepted = await _client.SendAsync("POST", "accounts", new { name = "Twice" });

        refused.Refuses(HttpStatusCode.TooManyRequests, "0x80072322");
        Assert.Equal("17", refused.Headers["Retry-After"]);
        Assert.Equal(HttpStatusCode.NoContent, accepted.Status);
        Assert.Single(await _client.RowsAsync("accounts?$select=name&$filter=name eq 'Twice'"));
    }

    [Fact]
    public async Task A_lost_answer_does_not_undo_what_was_done()
    {
        await _client.ControlAsync(
            "faults", new { rules = new[] { new { system = "sales", method = "POST", when = "after", times = 1 } } });

        await Assert.ThrowsAsync<SandboxConnectionDroppedException>(() => _client.SendAsync("POST", "accounts", new { name = "Once" }));

        Assert.Single(await _client.RowsAsync("accounts?$select=name&$filter=name eq 'Once'"));
    }

    [Fact]
    public async Task Rows_come_in_the_order_of_two_columns_page_by_page()
    {
        var names = new List<string>();
        var address = "contacts?$select=lastname&$orderby=modifiedon,contactid&$filter=modifiedon ge 2000-01-01T00:00:00Z";
        while (address is not null)
        {
            var page = await _client.GetAsync(address, "odata.maxpagesize=2");
            names.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("contactid").GetString()!));
            address = page.TryGetProperty("@odata.nextLink", out var next) ? next.GetString() : null;
        }

        Assert.Equal(names.Select(Guid.Parse).Order(), names.Select(Guid.Parse));
        Assert.Equal(4, names.Count);
    }

    private static string IdList(int count)
    {
        var ids = Enumerable.Range(0, count).Select(i => Seeds.SeedIds.Of($"some/{i}")).Append(Seeds.SeedIds.Of("sales/account/FABRIKAM"));
        return $"Microsoft.Dynamics.CRM.In(PropertyName='accountid',PropertyValues=[{string.Join(',', ids.Select(id => $"\"{id}\""))}])";
    }
}
