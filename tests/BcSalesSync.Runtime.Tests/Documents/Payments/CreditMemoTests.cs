using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Documents.Payments;

/// <summary>Credit memos count as far as they are applied; only one that cancels its invoice makes it canceled.</summary>
public sealed class CreditMemoTests
{
    [Theory]
    [InlineData(0, 100, 2, 100002)]
    [InlineData(2, 100, 2, 100002)]
    [InlineData(0, 250, 2, 100001)]
    [InlineData(2, 250, 2, 100001)]
    public async Task A_credit_memo_pays_as_much_of_an_invoice_as_it_gives_back(int tier, decimal amount, int state, int status)
    {
        await using var world = await OrderWorld.OpenAsync(tier);
        var number = await PublishedAsync(world);

        Assert.NotEmpty((await world.RaiseAsync("postCreditMemo", ("invoiceNo", number), ("amount", amount))).ToString());
        await world.UpdateStatisticsAsync("C1");

        Assert.Equal((state, status), await world.StateAsync(number));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task An_invoice_that_was_given_back_whole_is_told_from_one_that_was_cancelled(int tier)
    {
        await using var world = await OrderWorld.OpenAsync(tier);
        var (given, cancelled) = (await PublishedAsync(world), await PublishedAsync(world));
        await world.RaiseAsync("postCreditMemo", ("invoiceNo", given), ("amount", 250m));
        await world.RaiseAsync("cancelInvoice", ("invoiceNo", cancelled));

        await world.UpdateStatisticsAsync("C1");

        Assert.Equal(((2, 100001), (3, 100003)), (await world.StateAsync(given), await world.StateAsync(cancelled)));
    }

    [Fact]
    public async Task What_was_given_back_is_neither_balance_nor_sales()
    {
        await using var world = await OrderWorld.OpenAsync();
        var (given, cancelled) = (await PublishedAsync(world), await PublishedAsync(world));
        await world.RaiseAsync("postCreditMemo", ("invoiceNo", given), ("amount", 50m));
        await world.RaiseAsync("cancelInvoice", ("invoiceNo", cancelled));

        var result = Assert.Single(await world.UpdateStatisticsAsync("C1"));

        Assert.Equal((200m, 160m), (result.Balance, result.TotalSales));
    }

    // 2 × 100 and 25 % tax.
    private static async Task<string> PublishedAsync(OrderWorld world)
    {
        await world.SubmitAsync(null, world.BikeLine(2, 100m));
        var number = await world.ImportAndPostAsync();
        Assert.Null(Assert.Single(await world.PublishAsync(number)).Error);
        return number;
    }
}
