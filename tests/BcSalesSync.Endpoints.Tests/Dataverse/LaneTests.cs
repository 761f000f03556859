using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Tests.Dataverse;

/// <summary>How many requests to Dataverse are under way at a time.</summary>
public sealed class LaneTests : DataverseTest
{
    private static readonly Guid[] Some = [.. Enumerable.Range(1, 200).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private static readonly Reply Busy = Reply.Failed(429, "0x80072326", "Number of concurrent requests exceeded the limit of 52.") with
    {
        RetryAfter = "5",
    };

    [Fact]
    public async Task A_read_within_a_batch_that_was_one_too_many_halves_what_is_under_way()
    {
        Service.WithMetadata().On("GET", "accounts?", Busy, Reply.Ok("""{"value":[]}"""));
        using var handler = new HoldingHandler(Service);
        using var endpoint = Connect(handler);
        await endpoint.ReadByIdAsync("account", ["name"], Some, default);

        Assert.Equal(2, await CountAsync(endpoint, handler));
    }

    [Fact]
    public async Task A_write_within_a_batch_that_was_one_too_many_halves_what_is_under_way()
    {
        Service.WithMetadata()
            .On("PATCH", "accounts(", Busy, Reply.Ok($$"""{"@odata.etag":"W/\"1\"","accountid":"{{First}}","name":"A"}"""))
            .On("GET", "accounts?", Reply.Ok("""{"value":[]}"""));
        using var handler = new HoldingHandler(Service);
        using var endpoint = Connect(handler);
        await endpoint.ReadByIdAsync("account", ["name"], Some[..1], default);
        await endpoint.WriteAsync("account", [Update(First, "W/\"0\"", ("name", FieldValue.Text("A")))], default);

        Assert.Equal(2, await CountAsync(endpoint, handler));
    }

    // A request reaches the handler before its call returns, unless the gate holds it back.
    private static async Task<int> CountAsync(Endpoints.Dataverse.DataverseEndpoint endpoint, HoldingHandler handler)
    {
        handler.Holds = true;
        var reading = Enumerable.Range(0, 10).Select(_ => endpoint.ReadByIdAsync("account", ["name"], Some[..1], default)).ToList();
        var inside = handler.Inside;
        foreach (var _ in reading)
            await handler.AnswerNextAsync(ScriptedHandler.Json("""{"value":[]}"""));
        await Task.WhenAll(reading);
        return inside;
    }
}
