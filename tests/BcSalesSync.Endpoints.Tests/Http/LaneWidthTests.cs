using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Http;
using static BcSalesSync.Endpoints.Tests.Http.ScriptedHandler;

namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>How many requests are under way at a time, as the service's answers have it.</summary>
public sealed class LaneWidthTests : IDisposable
{
    private readonly HoldingHandler handler = new();
    private readonly WireClient client;

    public LaneWidthTests() => client = new WireClient(
        handler,
        new TestTokens(),
        new Uri("https://sales.example/"),
        new HttpSettings
        {
            Time = new JumpingTime(TimeSpan.FromMinutes(10)),
            Jitter = new Random(1),
            Concurrency = 8,
            MaxConcurrency = 10,
            ReadTimeout = TimeSpan.FromHours(1),
        },
        BcFailureRules.Rules,
        new NumberedIds());

    [Fact]
    public async Task The_parallelism_that_the_service_recommends_is_kept()
    {
        await SendAndAnswerAsync(Hint("3"));

        await AssertInsideAsync(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("-4")]
    public async Task A_recommendation_that_is_none_changes_nothing(string hint)
    {
        await SendAndAnswerAsync(Hint(hint));

        await AssertInsideAsync(8);
    }

    [Fact]
    public async Task An_overload_halves_what_is_under_way()
    {
        var sending = client.SendAsync(Read(), default);
        await handler.AnswerNextAsync(Status(429, "2"));
        await handler.AnswerNextAsync(Json("{}"));
        (await sending).Dispose();

        await AssertInsideAsync(4);
    }

    [Fact]
    public async Task A_service_that_is_away_for_a_while_is_no_overload()
    {
        var sending = client.SendAsync(Read(), default);
        await handler.AnswerNextAsync(Status(503, "2"));
        await handler.AnswerNextAsync(Json("{}"));
        (await sending).Dispose();

        await AssertInsideAsync(8);
    }

    [Fact]
    public async Task Good_answers_approach_a_higher_recommendation_up_to_the_limit()
    {
        for (var i = 0; i < 5 * LaneGate.AnswersPerLane; i++)
            await SendAndAnswerAsync(Hint("52"));

        await AssertInsideAsync(10);
    }

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }

    private static WireRequest Read() => WireRequest.Get(new Uri("https://sales.example/accounts"));

    private static HttpResponseMessage Hint(string hint)
    {
        var answer = Json("{}");
        answer.Headers.TryAddWithoutValidation("x-ms-dop-hint", hint);
        return answer;
    }

    private async Task SendAndAnswerAsync(HttpResponseMessage answer)
    {
        var sending = client.SendAsync(Read(), default);
        await handler.AnswerNextAsync(answer);
        (await sending).Dispose();
    }

    // A request reaches the handler before its call returns, unless the gate holds it back.
    private async Task AssertInsideAsync(int expected)
    {
        var sending = Enumerable.Range(0, 20).Select(_ => client.SendAsync(Read(), default)).ToList();
        Assert.Equal(expected, handler.Inside);
        foreach (var _ in sending)
            await handler.AnswerNextAsync(Json("{}"));
        foreach (var sent in sending)
            (await sent).Dispose();
    }
}
