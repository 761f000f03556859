using System.Globalization;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Seeds;

// Puts documents of a seed with their lines and the totals that follow.
internal sealed class CronusDocumentRows(SalesRowWriter rows)
{
    public Guid Put(
        DocumentKind kind, string key, string number, string name, string account, string owner, (string Name, object? Value)[] more,
        (string Name, object? Value)[][] lines)
    {
        (string Name, object? Value)[] header =
        [
            (kind.HeaderColumns.Number.Name, number), ("name", name),
            ("customerid", SalesRowWriter.IdOf(SalesSchema.Account, account)),
            ("pricelevelid", SalesRowWriter.IdOf(SalesSchema.PriceList, "RETAIL")),
            ("ownerid", SalesRowWriter.IdOf(SalesSchema.User, owner)), .. more,
        ];
        var id = rows.Put(kind.Header, key, header);
        for (var i = 0; i < lines.Length; i++)
        {
            rows.Put(
                kind.Line, string.Create(CultureInfo.InvariantCulture, $"{key}/{i + 1}"),
                [(kind.Header.Name + "id", id), ("lineitemnumber", i + 1), .. lines[i]]);
        }

        // Totals follow from lines that are there.
        return rows.Put(kind.Header, key, header);
    }
}
