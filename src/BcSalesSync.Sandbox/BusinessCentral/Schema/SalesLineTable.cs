using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Lines of sales documents; a blank type is a comment.
internal static class SalesLineTable
{
    public const string Comment = " ";
    public const string Account = "G/L Account";
    public const string Item = "Item";
    public const string Resource = "Resource";

    public static readonly string[] Types = [Comment, Account, Item, Resource, "Fixed Asset", "Charge (Item)", "Allocation Account"];

    public static readonly Column DocumentId = Column.Guid("documentId");
    public static readonly Column DocumentType = new("documentType", ColumnType.Option)
    {
        Caption = "Document Type", Options = SalesHeaderTable.Types,
    };

    public static readonly Column Document = new("documentNumber", ColumnType.Code, 20) { Caption = "Document No." };
    public static readonly Column Sequence = new("sequence", ColumnType.Integer) { Caption = "Line No." };
    public static readonly Column Type = new("lineType", ColumnType.Option) { Caption = "Type", Options = Types };
    public static readonly Column Number = new("lineObjectNumber", ColumnType.Code, 20) { Caption = "No." };
    public static readonly Column Description = new("description", ColumnType.Text, 100) { Caption = "Description" };
    public static readonly Column Description2 = Column.Text("description2", 50);
    public static readonly Column Unit = new("unitOfMeasureCode", ColumnType.Code, 10) { Caption = "Unit of Measure Code" };
    public static readonly Column UnitQuantity = Column.Decimal("qtyPerUnitOfMeasure");
    public static readonly Column Quantity = new("quantity", ColumnType.Decimal) { Caption = "Quantity" };
    public static readonly Column UnitPrice = new("unitPrice", ColumnType.Decimal) { Caption = "Unit Price" };
    public static readonly Column DiscountPercent = new("discountPercent", ColumnType.Decimal) { Caption = "Line Discount %" };
    public static readonly Column DiscountAmount = new("discountAmount", ColumnType.Decimal) { Caption = "Line Discount Amount" };
    public static readonly Column AllowInvoiceDiscount = new("allowInvoiceDiscount", ColumnType.Boolean)
    {
        Caption = "Allow Invoice Disc.",
    };

    public static readonly Column InvoiceDiscount = Column.Decimal("invoiceDiscountAllocation");
    public static readonly Column Amount = Column.Decimal("amountExcludingTax");
    public static readonly Column AmountIncludingTax = Column.Decimal("amountIncludingTax");
    public static readonly Column VatGroup = Column.Code("vatProdPostingGroup", 20);
    public static readonly Column TaxPercent = Column.Decimal("taxPercent");
    public static readonly Column AttachedTo = Column.Integer("attachedToLineNumber");
    public static readonly Column RequestedDeliveryDate = Column.Date("requestedDeliveryDate");
    public static readonly Column ShipmentDate = new("shipmentDate", ColumnType.Date) { Caption = "Shipment Date" };
    public static readonly Column Shipped = new("shippedQuantity", ColumnType.Decimal) { Caption = "Quantity Shipped" };
    public static readonly Column Invoiced = new("invoicedQuantity", ColumnType.Decimal) { Caption = "Quantity Invoiced" };
    public static readonly Column ToShip = new("shipQuantity", ColumnType.Decimal) { Caption = "Qty. to Ship" };
    public static readonly Column ToInvoice = new("invoiceQuantity", ColumnType.Decimal) { Caption = "Qty. to Invoice" };
    public static readonly Column Outstanding = Column.Decimal("outstandingQuantity");
    public static readonly Column NotInvoiced = new("shippedNotInvoicedQuantity", ColumnType.Decimal)
    {
        Caption = "Qty. Shipped Not Invoiced",
    };

    public static readonly Column Location = Column.Code("locationCode", 10);
    public static readonly Column Reserve = Column.Option("reserve", ReservationPolicy.All);
    public static readonly Column Reserved = Column.Decimal("reservedQuantity");

    // What is to be paid before the order goes on, and what of it is invoiced.
    public static readonly Column Prepayment = Column.Decimal("prepaymentAmount");
    public static readonly Column PrepaymentInvoiced = Column.Decimal("prepmtAmtInv");

    public static readonly Table Table = BcTable.MakeOrdered(
        37, "Sales Line", "salesLines", Sequence, [DocumentType, Document, Sequence],
        [
            DocumentId, DocumentType, Document, Sequence, Type, Number, Description, Description2, Unit, UnitQuantity, Quantity, UnitPrice,
            DiscountPercent, DiscountAmount, AllowInvoiceDiscount, InvoiceDiscount, Amount, AmountIncludingTax, VatGroup, TaxPercent,
            AttachedTo, RequestedDeliveryDate, ShipmentDate, Shipped, Invoiced, ToShip, ToInvoice, Outstanding, NotInvoiced, Location, Reserve,
            Reserved, Prepayment, PrepaymentInvoiced,
        ]);
}
