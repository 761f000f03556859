using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records.Filters;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Record = BcSalesSync.Engine.Records.Record;

namespace BcSalesSync.Endpoints.Tests.Wire;

/// <summary>What can happen to a read on its way, and to the clocks it is timed by.</summary>
public sealed class ReadingTests : IAsyncLifetime
{
    private const string ExpiredToken =
        """{"error":{"code":"0x80044352","message":"Version stamp associated with the client has expired. Please perform a full sync."}}""";

    private WireSandbox world = null!;

    public async Task InitializeAsync() => world = await WireSandbox.StartAsync("cronus");

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData(HttpProtocols.Http1)]
    [InlineData(HttpProtocols.Http2)]
    public async Task A_read_whose_connection_goes_in_the_middle_of_the_answer_is_repeated(HttpProtocols protocol)
    {
        await using var own = await WireSandbox.StartAsync("cronus", protocols: protocol);
        own.Meet("GET", "/customers?", Mishaps.CutMidway);
        own.Meet("GET", "/accounts?", Mishaps.CutMidway);

        Assert.NotEmpty(await CustomersAsync(own));
        Assert.NotEmpty(await AccountsAsync(own));
        Assert.Equal((2, 2), (own.Count("GET", "/customers?"), own.Count("GET", "/accounts?")));
    }

    [Fact]
    public async Task A_read_that_nobody_answers_is_repeated()
    {
        var endpoint = world.ConnectBc();
        await endpoint.GetSchemaAsync("customers", default);
        var arrived = new TaskCompletionSource();
        world.Meet("GET", "/customers?", Mishaps.Stalls(arrived));

        var read = CollectAsync(endpoint.ReadAsync("customers", ["number"], Filter.All, default));
        await arrived.Task;
        world.Time.Expire();

        Assert.NotEmpty(await read);
    }

    [Theory]
    [InlineData("/customers?")]
    [InlineData("/companies")]
    [InlineData("/capabilities")]
    [InlineData("/$metadata")]
    public async Task An_answer_of_Business_Central_that_breaks_off_is_a_passing_failure(string address)
    {
        world.Meet("GET", address, Mishaps.BreaksOff);

        await FailsForNowAsync(() => CustomersAsync(world));
    }

    [Theory]
    [InlineData("GET", "/accounts?")]
    [InlineData("POST", "/$batch")]
    public async Task An_answer_of_Sales_that_breaks_off_is_a_passing_failure(string method, string address)
    {
        world.Meet(method, address, Mishaps.BreaksOff);

        await FailsForNowAsync(() => AccountsAsync(world));
    }

    [Fact]
    public async Task Facts_of_Sales_that_break_off_are_a_passing_failure()
    {
        world.Meet("POST", "/$batch", Mishaps.BreaksOff);

        await FailsForNowAsync(() => world.ConnectSales().GetFactsAsync(default));
    }

    [Fact]
    public async Task Compressed_answers_are_read()
    {
        world.Meet("GET", "/customers?", Mishaps.Compressed);
        world.Meet("GET", "/$metadata", Mishaps.Compressed);
        world.Meet("GET", "/accounts?", Mishaps.Compressed);

        Assert.NotEmpty(await CustomersAsync(world));
        Assert.NotEmpty(await AccountsAsync(world));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(504)]
    public async Task Pages_that_take_Business_Central_too_long_get_smaller_and_stay_so(int status)
    {
        var sizes = new List<string>();
        for (var attempt = 0; attempt < 2; attempt++)
            world.Meet("GET", "/customers?", Mishaps.GivenUpAfterwards(status));
        world.Meet("GET", "/customers?", Mishaps.Watched(request => sizes.Add(request.Headers["Prefer"].ToString())));
        var endpoint = world.ConnectBc(pageSize: 400);

        Assert.NotEmpty(await CollectAsync(endpoint.ReadAsync("customers", ["number"], Filter.All, default)));
        world.Meet("GET", "/customers?", Mishaps.Watched(request => sizes.Add(request.Headers["Prefer"].ToString())));
        await CollectAsync(endpoint.ReadAsync("customers", ["number"], Filter.All, default));

        Assert.Equal(["odata.maxpagesize=100", "odata.maxpagesize=100"], sizes);
        Assert.Empty(world.Time.Pauses);
    }

    [Theory]
    [InlineData("0x8004430C")]
    [InlineData("0x8004430D")]
    [InlineData("0x8004430E")]
    public async Task Id_lists_that_are_too_long_for_Sales_are_halved(string code)
    {
        var endpoint = world.ConnectSales();
        var ids = (await AccountsAsync(world)).Select(record => record.Id).ToList();
        await world.FaultAsync(new { system = "sales", method = "GET", path = "accounts", status = 400, code, times = 1 });

        Assert.Equal(ids.Count, (await endpoint.ReadByIdAsync("account", ["name"], ids, default)).Count);
    }

    [Theory]
    [InlineData(400, ExpiredToken)]
    [InlineData(410, "")]
    public async Task A_change_token_that_is_too_old_leads_to_a_full_read(int status, string body)
    {
        var endpoint = world.ConnectSales();
        var request = new ChangeRequest("account", ["name"], Filter.All, Cursor: null);
        var first = await CollectAsync(endpoint.ReadChangesAsync(request, default));
        world.Meet("GET", "deltatoken", Mishaps.Answers(status, body));

        await Assert.ThrowsAsync<CursorExpiredException>(() =>
            CollectAsync(endpoint.ReadChangesAsync(request with { Cursor = first[^1].Cursor }, default)));

        var again = await CollectAsync(endpoint.ReadChangesAsync(request, default));
        Assert.Equal(first.Sum(page => page.Records.Count), again.Sum(page => page.Records.Count));
    }

    [Fact]
    public async Task A_pause_until_a_time_is_kept_by_the_clock_of_the_service()
    {
        world.Meet("GET", "/customers?", Mishaps.Answers(
            429, retryAfter: "Mon, 02 Mar 2026 14:00:30 GMT", date: "Mon, 02 Mar 2026 14:00:00 GMT"));

        Assert.NotEmpty(await CustomersAsync(world));

        Assert.Contains(world.Time.Pauses, pause => pause.TotalSeconds is > 25 and <= 30);
    }

    [Fact]
    public async Task Each_system_has_its_own_time()
    {
        world.Meet("GET", "/customers?", Mishaps.Dated("Mon, 02 Mar 2026 14:00:00 GMT"));
        world.Meet("GET", "/accounts?", Mishaps.Dated("Mon, 02 Mar 2026 09:00:00 GMT"));
        var (bc, sales) = (world.ConnectBc(), world.ConnectSales());

        await CollectAsync(bc.ReadAsync("customers", ["number"], Filter.All, default));
        await CollectAsync(sales.ReadAsync("account", ["name"], Filter.All, default));

        Assert.Equal((14, 9), (bc.ServerTime!.Value.Hour, sales.ServerTime!.Value.Hour));
    }

    private static async Task FailsForNowAsync(Func<Task> read)
    {
        var failed = await Assert.ThrowsAsync<EndpointException>(read);

        Assert.Equal(FailureClass.Transient, failed.Failure.Class);
        await read();
    }

    private static async Task<List<Record>> CustomersAsync(WireSandbox world) =>
        [.. (await CollectAsync(world.ConnectBc().ReadAsync("customers", ["number"], Filter.All, default))).SelectMany(page => page)];

    private static async Task<List<Record>> AccountsAsync(WireSandbox world) =>
        [.. (await CollectAsync(world.ConnectSales().ReadAsync("account", ["name"], Filter.All, default))).SelectMany(page => page)];

    private static async Task<List<T>> CollectAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
