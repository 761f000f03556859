using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Reads a document out of its header and lines.
internal static class SalesDocument
{
    public static IEnumerable<Row> LinesOf(DataStore store, Guid documentId) => LinesOf(store[SalesLineTable.Table], documentId);

    public static IEnumerable<Row> LinesOf(TableData lines, Guid documentId) =>
        lines.Index(SalesLineTable.DocumentId).Equal(documentId).OrderBy(line => (int)line[SalesLineTable.Sequence]!);

    public static decimal Sum(IEnumerable<Row> lines, Tables.Column column) => lines.Sum(line => (decimal)line[column]!);

    // Every line of a type has left the house.
    public static bool IsFullyShipped(IReadOnlyCollection<Row> lines)
    {
        var goods = lines.Where(line => line.Text(SalesLineTable.Type) != SalesLineTable.Comment).ToList();
        return goods.Count > 0
            && goods.TrueForAll(line => Of(line, SalesLineTable.Quantity) != 0m && Of(line, SalesLineTable.Outstanding) == 0m);
    }

    // Something is invoiced, nothing outstanding, nothing shipped and not invoiced.
    public static bool IsFullyInvoiced(IReadOnlyCollection<Row> lines) =>
        lines.Any(line => Of(line, SalesLineTable.Invoiced) != 0m)
        && lines.All(line => Of(line, SalesLineTable.Outstanding) == 0m && Of(line, SalesLineTable.NotInvoiced) == 0m);

    public static decimal Of(Row line, Tables.Column column) => (decimal)line[column]!;
}
