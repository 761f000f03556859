using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Http;
using static BcSalesSync.Endpoints.Tests.Http.ScriptedHandler;

namespace BcSalesSync.Endpoints.Tests.Http;

public sealed class ServerTimeTests
{
    private readonly JumpingTime time = new(TimeSpan.FromMinutes(10));

    [Fact]
    public async Task The_time_of_the_service_is_that_of_its_last_answer_and_goes_on_from_there()
    {
        using var client = Client(InOrder(_ => Dated("Mon, 02 Mar 2026 09:00:00 GMT"), _ => Dated("Mon, 02 Mar 2026 09:30:00 GMT")));
        Assert.Null(client.ServerTime);
        await SendAsync(client);
        await SendAsync(client);

        await Task.Delay(TimeSpan.FromMinutes(5), time);

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 35, 0, TimeSpan.Zero), client.ServerTime);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("yesterday")]
    public async Task A_service_that_tells_no_time_has_none(string? date)
    {
        using var client = Client(InOrder(_ => Dated(date)));

        await SendAsync(client);

        Assert.Null(client.ServerTime);
    }

    private static HttpResponseMessage Dated(string? date)
    {
        var answer = Json("{}");
        if (date is not null)
            answer.Headers.TryAddWithoutValidation("Date", date);
        return answer;
    }

    private static async Task SendAsync(WireClient client)
    {
        using var response = await client.SendAsync(WireRequest.Get(new Uri("https://bc.example/customers")), default);
        Assert.Null(response.Failure);
    }

    private WireClient Client(HttpMessageHandler handler) => new(
        handler,
        new TestTokens(),
        new Uri("https://bc.example/"),
        new HttpSettings { Time = time, ReadTimeout = TimeSpan.FromHours(1) },
        BcFailureRules.Rules,
        new NumberedIds());
}
