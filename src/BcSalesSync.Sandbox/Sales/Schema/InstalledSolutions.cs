namespace BcSalesSync.Sandbox.Sales.Schema;

// Which tables and columns the organisation has: those that Microsoft's solutions for Business Central add only where they were imported.
internal sealed class InstalledSolutions(bool businessCentral)
{
    private static readonly string[] Prefixes = ["bcbi_", "nav_"];

    public bool BusinessCentral { get; } = businessCentral;

    public IEnumerable<SalesTable> Tables => SalesSchema.All.Where(Has);

    public bool Has(SalesTable table) => Has(table.Name);

    public bool Has(Field field) => Has(field.Name);

    public bool Has(string name) =>
        BusinessCentral || !Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    public SalesTable? FindSet(string setName) => SalesSchema.FindSet(setName) is { } table && Has(table) ? table : null;
}
