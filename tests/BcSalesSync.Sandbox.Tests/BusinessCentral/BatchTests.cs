using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

public sealed class BatchTests
{
    private static readonly (string, string) Continue = ("Prefer", "odata.continue-on-error");

    [Fact]
    public async Task With_continue_on_error_every_member_runs()
    {
        using var bc = await BcClient.ConnectAsync();
        var answers = await bc.BatchAsync(await ThreeOfWhichTheSecondFails(bc), Continue);
        Assert.Equal([200, 409, 204], Statuses(answers));
        Assert.Equal("Request_EntityChanged", BcClient.CodeOf(answers[1].GetProperty("body")));
        Assert.Equal("{}", answers[2].GetProperty("headers").GetRawText());
        Assert.False(answers[2].TryGetProperty("body", out _));
        Assert.Equal(8, (await bc.RowsAsync("customers")).Count);
    }

    [Fact]
    public async Task Without_it_a_batch_stops_at_the_first_failure_and_keeps_what_came_before()
    {
        using var bc = await BcClient.ConnectAsync();
        var answers = await bc.BatchAsync(await ThreeOfWhichTheSecondFails(bc));
        Assert.Equal([200, 409], Statuses(answers));
        Assert.Equal("Ely", (await bc.CustomerAsync("C10000")).GetProperty("city").GetString());
        Assert.Equal(9, (await bc.RowsAsync("customers")).Count);
    }

    [Fact]
    public async Task A_snapshot_with_one_failure_saves_nothing_though_it_answers_success()
    {
        using var bc = await BcClient.ConnectAsync();
        var answers = await bc.BatchAsync(await ThreeOfWhichTheSecondFails(bc), ("Isolation", "snapshot"));
        Assert.Equal([200, 409], Statuses(answers));
        Assert.Equal("Cambridge", (await bc.CustomerAsync("C10000")).GetProperty("city").GetString());
    }

    [Fact]
    public async Task More_than_a_hundred_members_are_refused()
    {
        using var bc = await BcClient.ConnectAsync();
        var requests = Enumerable.Range(1, 101).Select(i => (object)new { id = $"{i}", method = "GET", url = "companies" });
        var (status, body) = await bc.SendAsync(HttpMethod.Post, "$batch", new { requests });
        Assert.Equal((HttpStatusCode.BadRequest, "Unknown"), (status, BcClient.CodeOf(body)));
        Assert.Contains("A maximum number of '100'", BcClient.MessageOf(body));
    }

    [Fact]
    public async Task References_between_members_are_refused()
    {
        using var bc = await BcClient.ConnectAsync();
        object[] requests = [new { id = "1", method = "GET", url = "companies", dependsOn = new[] { "0" } }];
        var (status, _) = await bc.SendAsync(HttpMethod.Post, "$batch", new { requests });
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task A_created_member_names_its_place_in_lower_case_headers()
    {
        using var bc = await BcClient.ConnectAsync();
        var answers = await bc.BatchAsync(
            [new { id = "a", method = "POST", url = bc.Company + "/customers?$select=id", body = new { displayName = "Adatum South" } }]);
        Assert.Equal(201, answers[0].GetProperty("status").GetInt32());
        Assert.Contains("/customers(", answers[0].GetProperty("headers").GetProperty("location").GetString());
        Assert.Equal("4.0", answers[0].GetProperty("headers").GetProperty("odata-version").GetString());
    }

    [Fact]
    public async Task A_client_that_does_not_accept_json_gets_multipart()
    {
        using var bc = await BcClient.ConnectAsync();
        using var http = new HttpClient(bc.Handler, disposeHandler: false);
        http.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        using var response = await http.PostAsync(
            new Uri(SandboxOptions.BusinessCentralAddress, "$batch"),
            new StringContent("{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"companies\"}]}"));
        Assert.Equal("multipart/mixed", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("HTTP/1.1 200 OK", await response.Content.ReadAsStringAsync());
    }

    private static IEnumerable<int> Statuses(JsonElement answers) =>
        answers.EnumerateArray().Select(answer => answer.GetProperty("status").GetInt32());

    private static async Task<object[]> ThreeOfWhichTheSecondFails(BcClient bc)
    {
        var ids = new List<string>();
        foreach (var number in new[] { "C10000", "C20000", "C30000" })
        {
            ids.Add((await bc.CustomerAsync(number)).GetProperty("id").GetString()!);
        }

        string Url(int i) => $"{bc.Company}/customers({ids[i]})";
        return
        [
            new { id = "1", method = "PATCH", url = Url(0) + "?$select=id", headers = Header("*"), body = new { city = "Ely" } },
            new { id = "2", method = "PATCH", url = Url(1) + "?$select=id", headers = Header("W/\"stale\""), body = new { city = "Ely" } },
            new { id = "3", method = "DELETE", url = Url(2), headers = Header("*") },
        ];
    }

    private static Dictionary<string, string> Header(string etag) => new() { ["If-Match"] = etag, ["Content-Type"] = "application/json" };
}
