using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Orders;

/// <summary>Orders are listed with how far they have come.</summary>
public sealed class OrderListTests
{
    [Fact]
    public async Task Orders_are_found_by_number_name_and_id_and_those_that_wait()
    {
        await using var world = await OrderWorld.OpenAsync();
        var taken = await world.SubmitAsync([("ordernumber", "A-1"), ("name", "Spring")], world.BikeLine());
        await world.ImportAsync();
        var waiting = await world.SubmitAsync([("ordernumber", "A-2"), ("name", "Summer")], world.BikeLine());
        var draft = await world.WriteAsync([("ordernumber", "B-1"), ("name", "Autumn")], world.BikeLine());

        Assert.Equal([waiting], await FindAsync(world, new DocumentQuery { Kind = DocumentKind.Order, Pending = true }));
        Assert.Equal([taken, waiting], await FindAsync(world, new DocumentQuery { Kind = DocumentKind.Order, Number = "A-*" }));
        Assert.Equal([draft], await FindAsync(world, new DocumentQuery { Kind = DocumentKind.Order, Name = "*tumn" }));
        var all = await world.Documents.FindAsync(new DocumentQuery { Kind = DocumentKind.Order, SalesIds = [taken, waiting, draft] }, default)
            .ToDictionaryAsync(order => order.SalesId);
        Assert.Equal(
            (DocumentStatus.Transferred, DocumentStatus.Pending, DocumentStatus.NotEligible),
            (all[taken].Status, all[waiting].Status, all[draft].Status));
        Assert.NotNull(all[taken].BcNo);
        Assert.Equal("Adatum", all[waiting].CustomerName);
    }

    private static async Task<IEnumerable<Guid>> FindAsync(OrderWorld world, DocumentQuery query) =>
        (await world.Documents.FindAsync(query, default).ToListAsync()).OrderBy(order => order.Number, StringComparer.Ordinal).Select(order => order.SalesId);
}
