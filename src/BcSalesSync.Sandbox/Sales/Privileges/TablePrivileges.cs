using BcSalesSync.Sandbox.Sales.Metadata;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Privileges;

// The privileges of tables; the lines of a document have those of the document.
internal static class TablePrivileges
{
    private const string Assign = "Assign";
    private static readonly string[] Types = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", Assign];

    private static readonly Dictionary<SalesTable, IReadOnlyList<Privilege>> All =
        SalesSchema.All.ToDictionary(table => table, table => (IReadOnlyList<Privilege>)[.. Make(table)]);

    public static IReadOnlyList<Privilege> Of(SalesTable table) => All[table];

    private static IEnumerable<Privilege> Make(SalesTable table)
    {
        var subject = SalesSchema.All.FirstOrDefault(document => document.Details?.Table == table.Name) ?? table;
        return Types.Where(type => type == "Read" || !subject.IsReadOnly)
            .Where(type => type != Assign || subject.Find("ownerid") is not null)
            .Select(type => new Privilege(type, $"prv{type}{Subject(subject.Name)}"));
    }

    // Orders go by their old name.
    private static string Subject(string table) => table == "salesorder" ? "Order" : DefinitionTree.Capital(table);
}
