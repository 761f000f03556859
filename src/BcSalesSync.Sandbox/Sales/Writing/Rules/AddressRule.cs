using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// The address in one text, a line for each part.
internal sealed class AddressRule : IRowRule
{
    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table.Find("address1_composite") is not { } composite)
        {
            return;
        }

        string place = string.Join(' ', Parts(draft, table, "address1_city", "address1_stateorprovince", "address1_postalcode"));
        string[] lines =
        [
            .. Parts(draft, table, "address1_line1", "address1_line2", "address1_line3"), place, .. Parts(draft, table, "address1_country"),
        ];
        var text = string.Join("\r\n", lines.Where(line => line.Length > 0));
        draft[composite.Column] = text.Length == 0 ? null : text;
    }

    private static IEnumerable<string> Parts(RowDraft draft, SalesTable table, params string[] names) =>
        names.Select(name => draft[table.Find(name)!.Column] as string).OfType<string>();
}
