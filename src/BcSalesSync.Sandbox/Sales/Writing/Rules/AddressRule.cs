using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// Every address of a row in one text, a line for each part.
internal sealed class AddressRule : IRowRule
{
    private static readonly string[] Blocks = ["address1", "billto", "shipto"];

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        foreach (var block in Blocks)
        {
            if (table.Find(block + "_composite") is { } composite)
            {
                draft[composite.Column] = Composite(draft, table, block);
            }
        }
    }

    private static string? Composite(RowDraft draft, SalesTable table, string block)
    {
        string place = string.Join(' ', Parts(draft, table, block, "_city", "_stateorprovince", "_postalcode"));
        string[] lines =
        [
            .. Parts(draft, table, block, "_line1", "_line2", "_line3"), place, .. Parts(draft, table, block, "_country"),
        ];
        var text = string.Join("\r\n", lines.Where(line => line.Length > 0));
        return text.Length == 0 ? null : text;
    }

    private static IEnumerable<string> Parts(RowDraft draft, SalesTable table, string block, params string[] names) =>
        names.Select(name => draft[table.Find(block + name)!.Column] as string).OfType<string>();
}
