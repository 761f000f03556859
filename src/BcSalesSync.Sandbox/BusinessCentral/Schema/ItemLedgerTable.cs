using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// What came in and went out; an item's inventory is the sum of its entries.
internal static class ItemLedgerTable
{
    public static readonly Column EntryNumber = Column.Integer("entryNumber");
    public static readonly Column Item = Column.Code("itemNumber", 20);
    public static readonly Column PostingDate = Column.Date("postingDate");
    public static readonly Column EntryType = Column.Option(
        "entryType", "Purchase", "Sale", "Positive Adjmt.", "Negative Adjmt.", "Transfer", "Consumption", "Output", " ",
        "Assembly Consumption", "Assembly Output");

    public static readonly Column DocumentNumber = Column.Code("documentNumber", 20);
    public static readonly Column Description = Column.Text("description", 100);
    public static readonly Column Quantity = Column.Decimal("quantity");

    public static readonly Table Table = BcTable.Make(
        32, "Item Ledger Entry", "itemLedgerEntries", EntryNumber, EntryNumber, Item, PostingDate, EntryType,
        Column.Code("sourceNumber", 20), Column.Option("sourceType", " ", "Customer", "Vendor", "Item"), DocumentNumber,
        Column.Option(
            "documentType", " ", "Sales Shipment", "Sales Invoice", "Sales Return Receipt", "Sales Credit Memo", "Purchase Receipt",
            "Purchase Invoice", "Purchase Return Shipment", "Purchase Credit Memo", "Transfer Shipment", "Transfer Receipt",
            "Service Shipment", "Service Invoice", "Service Credit Memo", "Posted Assembly", "Inventory Receipt", "Inventory Shipment",
            "Direct Transfer"),
        Description, Quantity, Column.Decimal("salesAmountActual"), Column.Decimal("costAmountActual"));
}
