using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.Sales;

public sealed class BatchTests : IDisposable
{
    private const string Account = "8e7d6c5b-7777-4c1d-9e2f-3a4b5c6d7e03";

    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_change_set_refers_to_rows_it_wrote_before()
    {
        var answer = await SendAsync(ChangeSet(
            ("1", "POST", "accounts", new { accountid = Account, name = "Set" }),
            ("2", "POST", "contacts", new Dictionary<string, object>
            {
                ["firstname"] = "Ada", ["parentcustomerid_account@odata.bind"] = "$1",
            }),
            ("3", "PATCH", "$1", new { fax = "5" })));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.StartsWith("multipart/mixed; boundary=batchresponse_", answer.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("Content-Type: multipart/mixed; boundary=changesetresponse_", answer.Text, StringComparison.Ordinal);
        Assert.Contains(
            $"Content-ID: 1\r\n\r\nHTTP/1.1 204 No Content\r\nLocation: {SalesClient.Api}/accounts({Account})\r\n", answer.Text,
            StringComparison.Ordinal);
        Assert.Contains(
            $"OData-EntityId: {SalesClient.Api}/accounts({Account})\r\n\r\n\r\n--changesetresponse_", answer.Text,
            StringComparison.Ordinal);
        var contact = Assert.Single(await _client.RowsAsync("contacts?$select=_parentcustomerid_value&$filter=firstname eq 'Ada'"));
        Assert.Equal(Account, contact.GetProperty("_parentcustomerid_value").GetString());
        Assert.Equal("5", (await _client.GetAsync($"accounts({Account})?$select=fax")).GetProperty("fax").GetString());
    }

    [Fact]
    public async Task A_failing_change_set_saves_nothing_and_answers_with_its_one_error()
    {
        var answer = await SendAsync(ChangeSet(
            ("1", "POST", "accounts", new { accountid = Account, name = "Set" }),
            ("2", "POST", "contacts", new { firstname = new string('x', 51) }),
            ("3", "PATCH", "$1", new { fax = "5" })));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Single(Statuses(answer));
        Assert.Contains("Content-ID: 2", answer.Text, StringComparison.Ordinal);
        Assert.Contains("0x80044331", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.SendAsync("GET", $"accounts({Account})")).Status);
    }

    [Fact]
    public async Task Without_the_wish_to_continue_a_batch_ends_at_its_first_error()
    {
        var answer = await SendAsync(Stale() + Part("GET", "accounts?$select=name&$top=1"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        Assert.Equal(["412"], Statuses(answer));
    }

    [Fact]
    public async Task With_it_every_operation_is_answered_in_its_place()
    {
        var answer = await SendAsync(
            Part("POST", "accounts", new { accountid = Account, name = "Kept" }) + Stale()
                + Part("GET", $"accounts({Account})?$select=name"),
            ("Prefer", "odata.continue-on-error"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["204", "412", "200"], Statuses(answer));
        Assert.Contains("\"name\":\"Kept\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Content-Type: application/json; odata.metadata=minimal\r\nOData-Version: 4.0\r\n", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_before_the_failing_one_stay_done()
    {
        await SendAsync(Part("POST", "accounts", new { accountid = Account, name = "Kept" }) + Stale());

        Assert.Equal("Kept", (await _client.GetAsync($"accounts({Account})?$select=name")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_unknown_reference_is_refused()
    {
        var answer = await SendAsync(ChangeSet(("1", "PATCH", "$2", new { fax = "1" }), ("2", "POST", "accounts", new { name = "x" })));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Content-ID Reference: '$2' does not exist in the batch context.", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET in a change set")]
    [InlineData("no id")]
    [InlineData("id twice")]
    [InlineData("line feeds only")]
    [InlineData("too many")]
    public async Task A_wrong_envelope_is_refused_as_a_whole(string mistake)
    {
        var body = mistake switch
        {
            "GET in a change set" => ChangeSet(("1", "GET", "accounts", null)),
            "no id" => ChangeSet(("", "POST", "accounts", new { name = "x" })),
            "id twice" => ChangeSet(("1", "POST", "accounts", new { name = "x" }), ("1", "POST", "accounts", new { name = "x" })),
            "line feeds only" => Part("GET", "accounts").Replace("\r\n", "\n", StringComparison.Ordinal),
            _ => string.Concat(Enumerable.Repeat(Part("GET", "WhoAmI"), 1001)),
        };

        (await SendAsync(body)).Refuses(HttpStatusCode.BadRequest, "0x80060888");
    }

    [Fact]
    public async Task A_batch_counts_as_one_request_and_its_members_as_operations()
    {
        await _client.SendAsync("DELETE", "/sandbox/requests");
        await SendAsync(Part("GET", "accounts?$select=name") + Part("GET", "accounts?$select=name") + Part("GET", "WhoAmI"));

        var counts = (await _client.GetAsync("/sandbox/requests")).GetProperty("counts").EnumerateArray()
            .ToDictionary(
                count => count.GetProperty("set").GetString()!,
                count => (count.GetProperty("requests").GetInt32(), count.GetProperty("operations").GetInt32()));

        Assert.Equal((1, 0), counts["$batch"]);
        Assert.Equal((0, 2), counts["accounts"]);
    }

    [Fact]
    public async Task A_fault_can_hit_a_single_operation()
    {
        await _client.ControlAsync(
            "faults", new { rules = new[] { new { system = "sales", path = "contacts", operation = true, status = 503, times = 1 } } });

        var answer = await SendAsync(
            Part("GET", "accounts?$select=name") + Part("GET", "contacts?$select=fullname") + Part("GET", "contacts?$select=fullname"),
            ("Prefer", "odata.continue-on-error"));

        Assert.Equal(["200", "503", "200"], Statuses(answer));
    }

    private static string Stale() => Part("PATCH", $"accounts({Account})", new { address1_city = "Seattle" }, "If-Match: W/\"1\"\r\n")
        .Replace(Account, SeedAccount, StringComparison.Ordinal);

    // Any account of the seed; its version is far beyond 1.
    private static string SeedAccount => Seeds.SeedIds.Of("sales/account/FABRIKAM").ToString("D");

    private static string Part(string method, string path, object? body = null, string headers = "") =>
        "--batch_t\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n" + Operation(method, path, body, headers);

    private static string Operation(string method, string path, object? body, string headers = "")
    {
        var address = path.StartsWith('$') ? path : SandboxOptions.SalesAddress.AbsolutePath + path;
        var content = body is null
            ? "\r\n\r\n"
            : $"Content-Type: application/json; type=entry\r\n{headers}\r\n{JsonSerializer.Serialize(body)}\r\n";
        return $"{method} {address} HTTP/1.1\r\n{content}";
    }

    private static string ChangeSet(params (string Id, string Method, string Path, object? Body)[] operations) =>
        "--batch_t\r\nContent-Type: multipart/mixed;boundary=\"set_t\"\r\n\r\n" + string.Concat(operations.Select(operation =>
            "--set_t\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n"
            + (operation.Id.Length == 0 ? "" : $"Content-ID: {operation.Id}\r\n") + "\r\n"
            + Operation(operation.Method, operation.Path, operation.Body))) + "--set_t--\r\n\r\n";

    private static List<string> Statuses(Answer answer) =>
    [
        .. answer.Text.Split("\r\n").Where(line => line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[1]),
    ];

    private Task<Answer> SendAsync(string parts, params (string Name, string Value)[] headers) =>
        _client.SendAsync(
            "POST", "$batch", parts + "--batch_t--\r\n", [("Content-Type", "multipart/mixed;boundary=\"batch_t\""), .. headers]);
}
