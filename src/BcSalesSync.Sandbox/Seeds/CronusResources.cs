using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Seeds;

// The resources of the seed "cronus": three persons and a machine.
internal sealed class CronusResources(DataStore store, BcRowWriter rows)
{
    private const string Person = "Person";

    public void Load()
    {
        Put("KATHERINE", "Katherine Hull", Person, 100m, 55m, 160m, ("HOUR", 1m), ("DAY", 8m));
        Put("LINA", "Lina Townsend", Person, 115m, 63m, 160m, ("HOUR", 1m), ("DAY", 8m));
        Put("MARTY", "Marty Horst", Person, 95m, 52m, 120m, ("HOUR", 1m));
        Put("LIFT", "Lift for Furniture", "Machine", 300m, 210m, 20m, ("DAY", 1m));

        // The next resource by hand or by API is R100001.
        store.SetCounter(ProductKind.Resource.NumberSeries, 100_000);
    }

    private void Put(
        string number, string name, string type, decimal price, decimal cost, decimal capacity,
        params (string Code, decimal Quantity)[] units) =>
        new ProductRows(rows, ProductKind.Resource).Put(
            number, name, units, (ResourceTable.Type, type), (ResourceTable.UnitPrice, price), (ResourceTable.UnitCost, cost),
            (ResourceTable.Capacity, capacity));
}
