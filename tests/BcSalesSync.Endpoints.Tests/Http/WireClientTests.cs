using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using static BcSalesSync.Endpoints.Tests.Http.ScriptedHandler;

namespace BcSalesSync.Endpoints.Tests.Http;

public sealed class WireClientTests
{
    private static readonly Uri Base = new("https://bc.example/v2.0/");
    private static readonly TimeSpan LongTime = TimeSpan.FromHours(1);
    private readonly JumpingTime time = new(TimeSpan.FromMinutes(10));
    private readonly TestTokens tokens = new();

    [Fact]
    public async Task A_read_is_repeated_until_the_service_answers()
    {
        var handler = InOrder(_ => Status(503), _ => throw new IOException("reset"), _ => Status(504), _ => Json("{}"));

        using var response = await Client(handler).SendAsync(Read(), default);

        Assert.Equal(200, response.Status);
        Assert.Equal(4, handler.Sent.Count);
    }

    [Fact]
    public async Task A_read_gives_up_after_the_last_attempt()
    {
        var handler = InOrder(_ => Status(503, body: "<html>away</html>"));

        using var response = await Client(handler, attempts: 3).SendAsync(Read(), default);

        Assert.Equal(FailureClass.Transient, response.Failure!.Class);
        Assert.Equal("503", response.Failure.Code);
        Assert.Equal(3, handler.Sent.Count);
    }

    [Fact]
    public async Task A_write_that_was_put_off_is_repeated()
    {
        var handler = InOrder(_ => Status(429), _ => Status(503), _ => Json("{}"));

        using var response = await Client(handler).SendAsync(Write(), default);

        Assert.Null(response.Failure);
        Assert.All(handler.Sent, request => Assert.Equal("""{"a":1}""", request.Body));
        Assert.Equal(3, handler.Sent.Count);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_write_whose_answer_is_lost_at_a_gateway_is_not_repeated(int status)
    {
        var handler = InOrder(_ => Status(status), _ => Json("{}"));

        await Assert.ThrowsAsync<AnswerLostException>(() => Client(handler).SendAsync(Write(), default));

        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task A_write_whose_connection_broke_is_not_repeated()
    {
        var handler = InOrder(_ => throw new HttpRequestException("reset"), _ => Json("{}"));

        await Assert.ThrowsAsync<AnswerLostException>(() => Client(handler).SendAsync(Write(), default));

        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task A_write_that_never_left_is_repeated()
    {
        var handler = InOrder(_ => throw new HttpRequestException(HttpRequestError.ConnectionError), _ => Json("{}"));

        using var response = await Client(handler).SendAsync(Write(), default);

        Assert.Null(response.Failure);
    }

    [Fact]
    public async Task A_batch_of_reads_is_repeated_although_it_is_a_post()
    {
        var handler = InOrder(_ => Status(504), _ => Json("{}"));

        using var response = await Client(handler).SendAsync(Write() with { IsRead = true }, default);

        Assert.Null(response.Failure);
    }

    [Fact]
    public async Task Retry_after_in_seconds_holds_the_request_back_that_long()
    {
        var handler = InOrder(_ => Status(429, "8"), _ => Json("{}"));

        using var response = await Client(handler).SendAsync(Read(), default);

        Assert.Contains(TimeSpan.FromSeconds(8), time.Pauses);
    }

    [Fact]
    public async Task Retry_after_as_a_date_holds_the_request_back_until_then()
    {
        var handler = InOrder(_ => Status(503, "Mon, 02 Mar 2026 10:00:30 GMT"), _ => Json("{}"));

        using var response = await Client(handler).SendAsync(Read(), default);

        Assert.Contains(TimeSpan.FromSeconds(30), time.Pauses);
    }

    [Fact]
    public async Task A_retry_after_beyond_the_limit_fails_the_call_and_is_reported()
    {
        var handler = InOrder(_ => Status(429, "3600"), _ => Json("{}"));

        using var response = await Client(handler).SendAsync(Read(), default);

        Assert.Equal(TimeSpan.FromHours(1), response.Failure!.RetryAfter);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task Pauses_nobody_asked_for_stay_below_their_growing_bound()
    {
        var handler = InOrder(_ => Status(503), _ => Status(503), _ => Status(503), _ => Json("{}"));

        using var response = await Client(handler).SendAsync(Read(), default);

        Assert.Equal(3, time.Pauses.Count);
        Assert.All(time.Pauses, (pause, index) => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(2 << index)));
    }

    [Fact]
    public async Task A_refused_token_is_refreshed_once()
    {
        var handler = new ScriptedHandler(request => request.Headers["Authorization"] == "Bearer second" ? Json("{}") : Status(401));

        using var response = await Client(handler).SendAsync(Write(), default);

        Assert.Null(response.Failure);
        Assert.Equal(1, tokens.Refreshes);
    }

    [Fact]
    public async Task A_token_refused_twice_is_a_fatal_failure()
    {
        var handler = InOrder(_ => Status(401));

        using var response = await Client(handler).SendAsync(Read(), default);

        Assert.Equal(FailureClass.Fatal, response.Failure!.Class);
        Assert.Equal(2, handler.Sent.Count);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_before_the_next_attempt()
    {
        using var cancellation = new CancellationTokenSource();
        var handler = InOrder(_ =>
        {
            cancellation.Cancel();
            return Status(503);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(handler).SendAsync(Write(), cancellation.Token));

        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_given_up()
    {
        using var never = new HangingHandler();

        var error = await Assert.ThrowsAsync<EndpointException>(() =>
            Client(never, attempts: 2, readTimeout: TimeSpan.FromSeconds(30)).SendAsync(Read(), default));

        Assert.Equal(("Unreachable", 2), (error.Failure.Code, never.Count));
    }

    [Fact]
    public async Task A_token_that_cannot_be_had_is_a_fatal_failure_without_request()
    {
        var handler = InOrder(_ => Json("{}"));
        using var client = new WireClient(
            handler,
            new CallbackTokenSource((_, _) => throw new InvalidOperationException("signed out"), time),
            Base,
            new HttpSettings(),
            BcFailureRules.Rules,
            new NumberedIds());

        var error = await Assert.ThrowsAsync<EndpointException>(() => client.SendAsync(Write(), default));

        Assert.Equal((FailureClass.Fatal, "NoToken"), (error.Failure.Class, error.Failure.Code));
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task An_observer_sees_neither_token_nor_values_of_unknown_options()
    {
        var traces = new List<HttpTrace>();
        var handler = InOrder(_ => Json("{}"));
        var request = WireRequest.Get(new Uri(Base, "customers?$top=1&sig=abc"));

        using var response = await Client(handler, trace: traces.Add).SendAsync(request, default);

        var trace = Assert.Single(traces);
        Assert.Equal("https://bc.example/v2.0/customers?$top=1&sig=***", trace.Url);
        Assert.DoesNotContain("first", trace.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Http_is_refused_beyond_this_machine()
    {
        var error = Assert.Throws<EndpointException>(() =>
            EndpointAddress.Require(SystemSide.BusinessCentral, new Uri("http://bc.example/api/v2.0")));

        Assert.Equal("InsecureAddress", error.Failure.Code);
    }

    [Fact]
    public void Http_is_accepted_for_this_machine() =>
        Assert.Equal("http://127.0.0.1:7700/a/", EndpointAddress.Require(SystemSide.Sales, new Uri("http://127.0.0.1:7700/a")).ToString());

    private static WireRequest Read() => WireRequest.Get(new Uri(Base, "customers"));

    private static WireRequest Write() => new(HttpMethod.Post, new Uri(Base, "customers")) { Body = "{\"a\":1}"u8.ToArray() };

    private WireClient Client(
        HttpMessageHandler handler, int attempts = 6, Action<HttpTrace>? trace = null, TimeSpan? readTimeout = null) => new(
        handler,
        tokens,
        Base,
        new HttpSettings
        {
            Time = time,
            Jitter = new Random(1),
            MaxAttempts = attempts,
            ReadTimeout = readTimeout ?? LongTime,
            WriteTimeout = LongTime,
            Trace = trace,
        },
        BcFailureRules.Rules,
        new NumberedIds());
}
