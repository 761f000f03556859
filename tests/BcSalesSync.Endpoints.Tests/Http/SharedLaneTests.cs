using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using static BcSalesSync.Endpoints.Tests.Http.ScriptedHandler;

namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>Who shares lanes with whom, and what that means for all of them.</summary>
public sealed class SharedLaneTests : IDisposable
{
    private readonly JumpingTime time = new(TimeSpan.FromMinutes(10));
    private readonly LaneBook book = new();
    private readonly List<WireClient> clients = [];

    [Fact]
    public async Task Clients_of_one_identity_share_its_lanes()
    {
        using var handler = new HoldingHandler();
        var first = Client(handler, "app");
        var second = Client(handler, "app");

        var sending = new[] { Send(first), Send(first), Send(second), Send(second) };

        Assert.Equal(2, handler.Inside);
        await AnswerAsync(handler, sending);
    }

    [Fact]
    public async Task Another_identity_has_lanes_of_its_own()
    {
        using var handler = new HoldingHandler();
        var first = Client(handler, "app");
        var second = Client(handler, "another");

        var sending = new[] { Send(first), Send(first), Send(first), Send(second), Send(second), Send(second) };

        Assert.Equal(4, handler.Inside);
        await AnswerAsync(handler, sending);
    }

    [Fact]
    public async Task A_pause_that_one_is_asked_for_holds_all_clients_of_the_identity_back()
    {
        var handler = InOrder(_ => Status(429, "40"), _ => Json("{}"));
        var first = Client(handler, "app", attempts: 1);
        var second = Client(handler, "app");
        (await first.SendAsync(Read(), default)).Dispose();

        (await second.SendAsync(Read(), default)).Dispose();

        Assert.Equal([TimeSpan.FromSeconds(40)], time.Pauses);
    }

    [Fact]
    public async Task Nothing_is_sent_while_the_service_wants_to_be_left_alone_for_longer_than_anybody_waits()
    {
        var handler = InOrder(_ => Status(429, "3600"), _ => Json("{}"));
        var first = Client(handler, "app");
        (await first.SendAsync(Read(), default)).Dispose();

        var refused = await Assert.ThrowsAsync<EndpointException>(() => Client(handler, "app").SendAsync(Read(), default));

        Assert.Equal((FailureClass.Transient, TimeSpan.FromHours(1)), (refused.Failure.Class, refused.Failure.RetryAfter));
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task Requests_are_spread_over_the_identities_of_a_client()
    {
        using var handler = new HoldingHandler();
        var client = Client(handler, "app", "another", "third");

        var sending = Enumerable.Range(0, 9).Select(_ => Send(client)).ToArray();

        Assert.Equal(6, handler.Inside);
        await AnswerAsync(handler, sending);
    }

    [Fact]
    public async Task Each_identity_sends_its_own_token()
    {
        var handler = new ScriptedHandler(_ => Json("{}"));
        var client = Client(handler, "app", "another");

        for (var i = 0; i < 4; i++)
            (await client.SendAsync(Read(), default)).Dispose();

        Assert.Equal(["Bearer another", "Bearer app"], handler.Sent.Select(request => request.Headers["Authorization"]).Distinct().Order());
    }

    [Fact]
    public async Task An_identity_that_has_to_wait_leaves_the_work_to_the_others()
    {
        var handler = new ScriptedHandler(request =>
            request.Headers["Authorization"] == "Bearer app" ? Status(429, "60") : Json("{}"));
        var client = Client(handler, "app", "another");

        for (var i = 0; i < 10; i++)
            (await client.SendAsync(Read(), default)).Dispose();

        Assert.Single(handler.Sent, request => request.Headers["Authorization"] == "Bearer app");
        Assert.DoesNotContain(TimeSpan.FromSeconds(60), time.Pauses);
    }

    public void Dispose() => clients.ForEach(client => client.Dispose());

    private static WireRequest Read() => WireRequest.Get(new Uri("https://bc.example/customers"));

    private static async Task Send(WireClient client) => (await client.SendAsync(Read(), default)).Dispose();

    private static async Task AnswerAsync(HoldingHandler handler, Task[] sending)
    {
        foreach (var _ in sending)
            await handler.AnswerNextAsync(Json("{}"));
        await Task.WhenAll(sending);
    }

    private WireClient Client(HttpMessageHandler handler, params string[] identities) => Client(handler, 6, identities);

    private WireClient Client(HttpMessageHandler handler, string identity, int attempts) => Client(handler, attempts, identity);

    private WireClient Client(HttpMessageHandler handler, int attempts, params string[] identities)
    {
        var settings = new HttpSettings
        {
            Time = time, Jitter = new Random(1), Concurrency = 2, ReadTimeout = TimeSpan.FromHours(1), MaxAttempts = attempts, Lanes = book,
        };
        var client = new WireClient(
            handler,
            [.. identities.Select(name => new WireIdentity(name, new NamedTokens(name)))],
            new Uri("https://bc.example/"),
            settings,
            BcFailureRules.Rules,
            new NumberedIds());
        clients.Add(client);
        return client;
    }
}
