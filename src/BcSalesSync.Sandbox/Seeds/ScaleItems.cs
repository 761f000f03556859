using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Seeds;

// Any number of items in pieces, every tenth in boxes as well, and one price list with a line for each.
internal sealed class ScaleItems(DataStore store, BcRowWriter rows, DateTimeOffset moment)
{
    private const string Piece = "PCS";

    private static readonly (string Code, decimal Quantity)[] Pieces = [(Piece, 1m)];
    private static readonly (string Code, decimal Quantity)[] PiecesAndBoxes = [(Piece, 1m), ("BOX", 12m)];

    public void Load(int count)
    {
        var products = new ProductRows(rows, ProductKind.Item);
        var lists = new PriceListRows(rows);
        var list = lists.PutList("SCALE", "Prices of all items", PriceListTable.Active, "", new DateOnly(moment.Year, 1, 1));
        object pieceId = BcRowWriter.IdOf(CodeTables.UnitOfMeasure, Piece);
        for (var i = 1; i <= count; i++)
        {
            var number = FormattableString.Invariant($"{ProductKind.Item.NumberPrefix}{i:000000}");
            var cost = 5m + (i % 500);
            var price = cost * 1.5m;
            products.Put(
                number, FormattableString.Invariant($"Item {i:000000}"), i % 10 == 0 ? PiecesAndBoxes : Pieces,
                (ItemTable.BaseUnitId, pieceId), (ItemTable.UnitPrice, price), (ItemTable.UnitCost, cost));
            lists.PutLine(list, i, ProductKind.Item, number, Piece, price);
        }

        store.SetCounter(ProductKind.Item.NumberSeries, count);
    }
}
