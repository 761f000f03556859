using System.Net;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Actions;

// Lets the total price of a document follow its lines again.
internal sealed class UnlockPricingAction(string name, DocumentKind kind, PriceLock prices) : ISalesAction
{
    public string Name => name;

    public SalesResponse Run(SalesRequest request, UnitOfWork work)
    {
        using var json = request.Json();
        prices.Set(work, kind.Header, new ActionBody(name, json.RootElement).Document(kind), locked: false);
        return new SalesResponse(HttpStatusCode.NoContent);
    }
}
