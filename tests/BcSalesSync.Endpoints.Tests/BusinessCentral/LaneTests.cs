using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.Tests.Http;
using static BcSalesSync.Endpoints.Tests.Http.ScriptedHandler;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>How many requests to Business Central are under way at a time.</summary>
public sealed class LaneTests
{
    private const string TooMany = """{"error":{"code":"Application_TooManyRequests","message":"later"}}""";
    private static readonly Guid[] Some = [.. Enumerable.Range(1, 120).Select(number => new Guid(number, 0, 0, new byte[8]))];

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(50, 5)]
    public async Task Five_at_most_are_under_way_however_many_are_asked_for(int wanted, int expected)
    {
        using var company = new ScriptedCompany(_ => Json("""{"value":[]}"""));
        using var handler = new HoldingHandler(company.Handler);
        using var endpoint = Connect(handler, company, wanted);
        await endpoint.ReadByIdAsync("customers", [], Some[..1], default);

        Assert.Equal(expected, await CountAsync(endpoint, handler));
    }

    [Fact]
    public async Task A_member_of_a_batch_that_was_one_too_many_halves_what_is_under_way()
    {
        var round = 0;
        using var company = new ScriptedCompany(request =>
        {
            round++;
            return Batches.Answer(request, index => round == 1 && index == 1 ? (429, TooMany) : (200, """{"value":[]}"""));
        });
        using var handler = new HoldingHandler(company.Handler);
        using var endpoint = Connect(handler, company, 4);
        await endpoint.ReadByIdAsync("customers", [], Some, default);

        Assert.Equal(2, await CountAsync(endpoint, handler));
    }

    private static BusinessCentralEndpoint Connect(HoldingHandler handler, ScriptedCompany company, int concurrency) =>
        BusinessCentralEndpoint.Create(
            new BusinessCentralOptions
            {
                Address = new Uri("https://bc.example/v2.0/tenant/Production/api/v2.0"),
                Http = new HttpSettings
                {
                    Time = company.Time, Jitter = new Random(1), ReadTimeout = TimeSpan.FromHours(1), Concurrency = concurrency,
                },
            },
            handler,
            new TestTokens(),
            new NumberedIds());

    // A request reaches the handler before its call returns, unless the gate holds it back.
    private static async Task<int> CountAsync(BusinessCentralEndpoint endpoint, HoldingHandler handler)
    {
        handler.Holds = true;
        var reading = Enumerable.Range(0, 10).Select(_ => endpoint.ReadByIdAsync("customers", [], Some[..1], default)).ToList();
        var inside = handler.Inside;
        foreach (var _ in reading)
            await handler.AnswerNextAsync(Json("""{"value":[]}"""));
        await Task.WhenAll(reading);
        return inside;
    }
}
