using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Demo;

// What orders need beyond customers: products that are items, and somewhere to put what is written in by hand and the freight.
internal sealed class DocumentSetUp(ISyncSession session, ISyncObserver observer, Expectations expectations, TextWriter output)
{
    private const string Item = "1000";
    private const string Product = "Bicycle";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync("Orders and quotes: item 1000 is coupled, and orders of Sales are to be created in Business Central.");
        var change = new SetupChange { SalesOrderIntegration = SalesOrderIntegration.OneWay, AutoCreateSalesOrders = true };
        await session.SetSetupAsync(change, cancellationToken);
        var mappings = new InitializeRequest { Mappings = ["UNIT OF MEASURE", "ITEM-PRODUCT", "SALESORDER-ORDER", "ORDER-NOTES"] };
        await session.InitializeAsync(mappings, observer, cancellationToken).CountAsync(cancellationToken);
        // Coupled only: the lines of Sales keep the unit of their product.
        var coupling = new CouplingRequest { Mapping = "ITEM-PRODUCT", Records = new RecordSelector { BcNo = Item, SalesName = Product } };
        var outcomes = await session.CoupleAsync([coupling], observer, cancellationToken).ToListAsync(cancellationToken);
        expectations.Equal("the item coupled for orders", Item, string.Join(' ', outcomes.Select(outcome => outcome.Value?.BcNo ?? outcome.Error?.Message)));
    }
}
