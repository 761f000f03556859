using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>Many orders cost few requests.</summary>
public sealed class OrderRequestTests
{
    private const int Orders = 60;

    [Fact]
    public async Task Sixty_orders_of_five_lines_cost_at_most_six_operations_each()
    {
        await using var world = await OrderWorld.OpenAsync();
        for (var order = 0; order < Orders; order++)
            await world.SubmitAsync(null, [.. Enumerable.Range(0, 5).Select(_ => world.BikeLine())]);
        await world.Desk.ResetRequestsAsync();

        var results = await world.ImportAsync();

        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Equal(Orders, results.Count);
        var counts = await world.Desk.RequestsAsync();
        Assert.InRange(counts.Sum(count => count.Operations), 1, 6 * Orders);
        Assert.InRange(counts.Sum(count => count.Requests), 1, 2 * Orders);
    }
}
