using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// Posts and sums item ledger entries. An entry leaves the item itself untouched, its modified stamp included.
internal sealed class ItemLedger(BcSession session)
{
    public const string EntrySeries = "bc.series.itemledgerentry";

    private const string AdjustmentNumber = "ADJUSTMENT";

    public bool HasEntries(string itemNumber) => EntriesOf(itemNumber).Any();

    public decimal Inventory(string itemNumber) => EntriesOf(itemNumber).Sum(entry => (decimal)entry[ItemLedgerTable.Quantity]!);

    // Posts an adjustment by hand.
    public void Adjust(Row item, decimal quantity)
    {
        var draft = new RowDraft(item);
        FieldTest.IsEqual(draft, ItemTable.Blocked, false);
        FieldTest.IsEqual(draft, ItemTable.Type, ItemTable.Inventory);
        FieldTest.HasValue(draft, ItemTable.BaseUnit);
        if (quantity == 0m)
        {
            throw BcException.Dialog("There is nothing to post.");
        }

        session.Save(new RowDraft(ItemLedgerTable.Table, session.NewId())
        {
            [ItemLedgerTable.EntryNumber] = (int)session.NextOf(EntrySeries),
            [ItemLedgerTable.Item] = item[ItemTable.Number],
            [ItemLedgerTable.PostingDate] = session.Today,
            [ItemLedgerTable.EntryType] = quantity > 0m ? "Positive Adjmt." : "Negative Adjmt.",
            [ItemLedgerTable.DocumentNumber] = AdjustmentNumber,
            [ItemLedgerTable.Description] = item[ItemTable.Name],
            [ItemLedgerTable.Quantity] = quantity,
        });
    }

    // Goods sold leave the stock, returned ones (less than nothing sold) come back; services and the like have none.
    public void Sell(Row item, decimal quantity, string documentType, string number)
    {
        if (quantity == 0m || item.Text(ItemTable.Type) != ItemTable.Inventory)
        {
            return;
        }

        session.Save(new RowDraft(ItemLedgerTable.Table, session.NewId())
        {
            [ItemLedgerTable.EntryNumber] = (int)session.NextOf(EntrySeries),
            [ItemLedgerTable.Item] = item[ItemTable.Number],
            [ItemLedgerTable.PostingDate] = session.Today,
            [ItemLedgerTable.EntryType] = "Sale",
            [ItemLedgerTable.Table["documentType"]] = documentType,
            [ItemLedgerTable.DocumentNumber] = number,
            [ItemLedgerTable.Description] = item[ItemTable.Name],
            [ItemLedgerTable.Quantity] = -quantity,
        });
    }

    // API v2.0 writes the inventory of an item that is there: the difference is posted (wire-bc 6, items).
    public void SetInventory(RowDraft draft, decimal inventory)
    {
        if (draft.Original is not { } item)
        {
            throw BcException.Dialog("Inventory cannot be changed during on insert.");
        }

        var difference = inventory - Inventory(item.Text(ItemTable.Number));
        if (difference != 0m)
        {
            Adjust(item, difference);
        }
    }

    private IEnumerable<Row> EntriesOf(string itemNumber) =>
        session.Data(ItemLedgerTable.Table).Index(ItemLedgerTable.Item).Equal(itemNumber);
}
