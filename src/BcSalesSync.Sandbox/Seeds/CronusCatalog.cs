using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Seeds;

// What the organisation of the seed "cronus" sold before it was integrated: its own unit, two products on a price list, and who may
// buy them.
internal sealed class CronusCatalog(SalesRowWriter rows)
{
    public void Load()
    {
        var group = rows.Put(SalesSchema.UnitGroup, "DEFAULT", ("name", "Default Unit"), ("baseuomname", "Primary Unit"));
        var unit = rows.Put(SalesSchema.Unit, "PRIMARY", ("name", "Primary Unit"), ("uomscheduleid", group));
        var list = rows.Put(SalesSchema.PriceList, "RETAIL", ("name", "Retail"));
        var bicycle = PutProduct(
            "1000", "Bicycle", group, unit, ("price", 4000m), ("statecode", ProductTable.Active), ("pricelevelid", list));
        PutProduct("PLAN", "Maintenance plan", group, unit, ("price", 180m), ("producttypecode", 3));
        rows.Put(
            SalesSchema.PriceLine, "RETAIL/1000", ("pricelevelid", list), ("productid", bicycle), ("uomid", unit), ("amount", 4000m));
        PutOpportunity("FLEET", "City bikes for the whole office", "ADATUM", "MIRA", "PS", 48_000m);
        PutOpportunity("RENTAL", "Bicycles to rent out", "NORTHWIND", "NORA", "JO", 12_000m);
    }

    private Guid PutProduct(string number, string name, Guid group, Guid unit, params (string Name, object? Value)[] more) => rows.Put(
        SalesSchema.Product, number,
        [
            ("productnumber", number), ("name", name), ("defaultuomscheduleid", group), ("defaultuomid", unit), ("quantitydecimal", 2),
            .. more,
        ]);

    private void PutOpportunity(string key, string name, string account, string contact, string owner, decimal value) => rows.Put(
        SalesSchema.Opportunity, key, ("name", name), ("parentaccountid", SalesRowWriter.IdOf(SalesSchema.Account, account)),
        ("parentcontactid", SalesRowWriter.IdOf(SalesSchema.Contact, contact)), ("estimatedvalue", value),
        ("ownerid", SalesRowWriter.IdOf(SalesSchema.User, owner)));
}
