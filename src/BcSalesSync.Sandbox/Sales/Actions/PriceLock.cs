using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Actions;

// Locks or unlocks the prices of a document.
internal sealed class PriceLock(RowWriter writer)
{
    public void Set(UnitOfWork work, SalesTable table, Guid id, bool locked)
    {
        var input = new RowInput();
        input.Values[table.Find("ispricelocked")!] = locked;
        writer.Update(new WriteScope(work, SalesOrganization.IntegrationUser), table, id, input);
    }
}
