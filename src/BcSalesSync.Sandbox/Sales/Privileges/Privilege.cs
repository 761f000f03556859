using BcSalesSync.Sandbox.Seeds;

namespace BcSalesSync.Sandbox.Sales.Privileges;

// One thing that may be done with the rows of a table, such as prvWriteProduct.
internal sealed record Privilege(string Type, string Name)
{
    public Guid Id => SeedIds.Of("sales/privilege/" + Name);
}
