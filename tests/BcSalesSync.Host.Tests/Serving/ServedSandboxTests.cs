using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BcSalesSync.Host.Tests.Serving;

public sealed class ServedSandboxTests : IAsyncLifetime
{
    private ServedSandbox _served = null!;

    public async Task InitializeAsync() => _served = await ServedSandbox.StartAsync();

    public async Task DisposeAsync() => await _served.DisposeAsync();

    [Fact]
    public void The_first_line_tells_both_addresses() => Assert.Matches(
        @"^sandbox: Business Central http://127\.0\.0\.1:\d+/bc/v2\.0/sandbox/Production/api/v2\.0 Sales http://127\.0\.0\.1:\d+/sales/api/data/v9\.2$",
        _served.ReadyLine);

    [Fact]
    public async Task Companies_are_served_with_links_to_the_port_in_use()
    {
        var answer = await ReadAsync(new Uri(_served.BusinessCentral, "companies"));
        Assert.Equal("CRONUS International Ltd.", (string?)answer["value"]![0]!["name"]);
        Assert.StartsWith(_served.BusinessCentral.GetLeftPart(UriPartial.Authority), (string?)answer["@odata.context"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sales_says_who_is_asking()
    {
        var answer = await ReadAsync(new Uri(_served.Sales, "WhoAmI"));
        Assert.NotEqual(Guid.Empty, (Guid)answer["UserId"]!);
    }

    [Fact]
    public async Task Escapes_in_addresses_arrive_as_they_were_sent()
    {
        var answer = await ReadAsync(new Uri(_served.Sales, "accounts?$select=name&$filter=name%20eq%20'Adatum%20Corp.'"));
        Assert.Equal("Adatum Corp.", (string?)Assert.Single(answer["value"]!.AsArray())!["name"]);
    }

    [Fact]
    public async Task Bodies_and_headers_travel_both_ways()
    {
        var id = Guid.Parse("3f0b7a52-0f3e-4a11-9f6e-0d1c2b3a4f01");
        using var create = new HttpRequestMessage(HttpMethod.Post, new Uri(_served.Sales, "accounts"))
        {
            Content = new StringContent($$"""{"accountid":"{{id}}","name":"Served Ltd."}""", Encoding.UTF8, "application/json"),
        };
        using var created = await _served.Client.SendAsync(create);
        Assert.Equal(HttpStatusCode.NoContent, created.StatusCode);
        Assert.Equal($"{_served.Sales}accounts({id})", created.Headers.GetValues("OData-EntityId").Single());
        Assert.Equal("Served Ltd.", (string?)(await ReadAsync(new Uri(_served.Sales, $"accounts({id})?$select=name")))["name"]);
    }

    [Fact]
    public async Task Addresses_of_many_ids_are_not_cut_off_by_the_server()
    {
        var filter = string.Join(" or ", Enumerable.Range(0, 400).Select(number => $"accountid eq 00000000-0000-0000-0000-{number:D12}"));
        using var answer = await _served.Client.GetAsync(new Uri(_served.Sales, "accounts?$select=name&$filter=" + Uri.EscapeDataString(filter)));
        Assert.DoesNotContain(answer.StatusCode, new[] { HttpStatusCode.RequestHeaderFieldsTooLarge });
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_control_interface_counts_requests()
    {
        using var cleared = await _served.Client.DeleteAsync(new Uri(_served.Control, "requests"));
        await ReadAsync(new Uri(_served.BusinessCentral, "companies"));
        await ReadAsync(new Uri(_served.Sales, "WhoAmI"));
        Assert.Equal(2, (int)(await ReadAsync(new Uri(_served.Control, "requests")))["total"]!);
    }

    [Fact]
    public async Task A_fault_after_the_work_drops_the_connection_and_keeps_the_work()
    {
        using var arranged = await _served.ControlAsync(
            "faults", new { rules = new[] { new { system = "sales", method = "POST", path = "accounts", times = 1, when = "after" } } });
        Assert.True(arranged.IsSuccessStatusCode);
        using var body = new StringContent("""{"name":"Lost Answer Ltd."}""", Encoding.UTF8, "application/json");
        await Assert.ThrowsAsync<HttpRequestException>(() => _served.Client.PostAsync(new Uri(_served.Sales, "accounts"), body));
        var found = await ReadAsync(new Uri(_served.Sales, "accounts?$select=name&$filter=name eq 'Lost Answer Ltd.'"));
        Assert.Single(found["value"]!.AsArray());
    }

    [Fact]
    public async Task Stopping_it_is_no_failure() => Assert.Equal(0, await _served.StopAsync());

    private async Task<JsonNode> ReadAsync(Uri address)
    {
        using var answer = await _served.Client.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
