using System.Net;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Actions;

// Keeps the total price of a document as it is from now on.
internal sealed class LockPricingAction(string name, SalesTable table, PriceLock prices) : IRowAction
{
    public string Name => name;

    public SalesTable Table => table;

    public SalesResponse Run(Guid id, UnitOfWork work)
    {
        prices.Set(work, table, id, locked: true);
        return new SalesResponse(HttpStatusCode.NoContent);
    }
}
