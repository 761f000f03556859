using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Quotes, orders and invoices not yet posted.
internal static class SalesHeaderTable
{
    public const string Quote = "Quote";
    public const string Order = "Order";
    public const string Invoice = "Invoice";
    public const string Open = "Open";
    public const string Released = "Released";
    public const string PendingPrepayment = "Pending Prepayment";

    public static readonly string[] Types = [Quote, Order, Invoice, "Credit Memo", "Blanket Order", "Return Order"];
    public static readonly string[] States = [Open, Released, "Pending Approval", "Pending Prepayment"];

    public static readonly Column DocumentType = new("documentType", ColumnType.Option) { Caption = "Document Type", Options = Types };
    public static readonly Column Number = new("number", ColumnType.Code, 20) { Caption = "No." };
    public static readonly Column Status = new("status", ColumnType.Option) { Caption = "Status", Options = States };
    public static readonly Column CustomerId = Column.Guid("customerId");
    public static readonly Column Customer = new("customerNumber", ColumnType.Code, 20) { Caption = "Sell-to Customer No." };
    public static readonly Column CustomerName = Column.Text("customerName", 100);
    public static readonly Column Contact = new("sellToContactNumber", ColumnType.Code, 20) { Caption = "Sell-to Contact No." };
    public static readonly AddressColumns SellTo = new("sellTo", "Sell-to");
    public static readonly Column Phone = Column.Text("phoneNumber", 30);
    public static readonly Column Email = Column.Text("email", 80);
    public static readonly Column BillToCustomerId = Column.Guid("billToCustomerId");
    public static readonly Column BillToCustomer = new("billToCustomerNumber", ColumnType.Code, 20) { Caption = "Bill-to Customer No." };
    public static readonly Column BillToName = Column.Text("billToName", 100);
    public static readonly AddressColumns BillTo = new("billTo", "Bill-to");
    public static readonly Column ShipToName = Column.Text("shipToName", 100);
    public static readonly Column ShipToContact = Column.Text("shipToContact", 100);
    public static readonly AddressColumns ShipTo = new("shipTo", "Ship-to");
    public static readonly Column ExternalNumber = Column.Code("externalDocumentNumber", 35);
    public static readonly Column YourReference = Column.Text("yourReference", 35);
    public static readonly Column OrderDate = Column.Date("orderDate");
    public static readonly Column DocumentDate = Column.Date("documentDate");
    public static readonly Column PostingDate = Column.Date("postingDate");
    public static readonly Column DueDate = Column.Date("dueDate");
    public static readonly Column RequestedDeliveryDate = Column.Date("requestedDeliveryDate");
    public static readonly Column ShipmentDate = Column.Date("shipmentDate");
    public static readonly Column ValidUntilDate = Column.Date("validUntilDate");
    public static readonly Column SentDate = Column.DateTime("sentDate");
    public static readonly Column AcceptedDate = Column.Date("acceptedDate");
    public static readonly Column QuoteNumber = Column.Code("quoteNumber", 20);
    public static readonly Column CurrencyId = Column.Guid("currencyId");
    public static readonly Column Currency = new("currencyCode", ColumnType.Code, 10) { Caption = "Currency Code" };
    public static readonly Column CurrencyFactor = Column.Decimal("currencyFactor");
    public static readonly Column PricesIncludeTax = Column.Boolean("pricesIncludeTax");
    public static readonly Column PaymentTermsId = Column.Guid("paymentTermsId");
    public static readonly Column PaymentTerms = new("paymentTermsCode", ColumnType.Code, 10) { Caption = "Payment Terms Code" };
    public static readonly Column ShipmentMethodId = Column.Guid("shipmentMethodId");
    public static readonly Column ShipmentMethod = new("shipmentMethodCode", ColumnType.Code, 10) { Caption = "Shipment Method Code" };
    public static readonly Column ShippingAgent = new("shippingAgentCode", ColumnType.Code, 10) { Caption = "Shipping Agent Code" };
    public static readonly Column Salesperson = new("salesperson", ColumnType.Code, 20) { Caption = "Salesperson Code" };
    public static readonly Column VatGroup = Column.Code("vatBusPostingGroup", 20);
    public static readonly Column PaymentDiscountPercent = Column.Decimal("paymentDiscountPercent");

    // What is to be spread over the lines; what was spread is their sum.
    public static readonly Column InvoiceDiscountValue = Column.Decimal("invoiceDiscountValue");
    public static readonly Column PartialShipping = Column.Boolean("partialShipping");
    public static readonly Column Dimension1 = Column.Code("shortcutDimension1Code", 20);
    public static readonly Column Dimension2 = Column.Code("shortcutDimension2Code", 20);
    public static readonly Column Location = Column.Code("locationCode", 10);
    public static readonly Column WorkDescription = Column.Text("workDescription", 0);
    public static readonly Column DataverseId = Column.Guid("dataverseId");
    public static readonly Column Occurrence = Column.Integer("docNoOccurrence");

    public static readonly Table Table = BcTable.MakeOrdered(
        36, "Sales Header", "salesHeaders", Number, [DocumentType, Number],
        [
            DocumentType, Number, Status, CustomerId, Customer, CustomerName, Contact, .. SellTo.All, Phone, Email, BillToCustomerId,
            BillToCustomer, BillToName, .. BillTo.All, ShipToName, ShipToContact, .. ShipTo.All, ExternalNumber, YourReference, OrderDate,
            DocumentDate, PostingDate, DueDate, RequestedDeliveryDate, ShipmentDate, ValidUntilDate, SentDate, AcceptedDate, QuoteNumber,
            CurrencyId, Currency, CurrencyFactor, PricesIncludeTax, PaymentTermsId, PaymentTerms, ShipmentMethodId, ShipmentMethod,
            ShippingAgent, Salesperson, VatGroup, PaymentDiscountPercent, InvoiceDiscountValue, PartialShipping, Dimension1, Dimension2,
            Location, WorkDescription, DataverseId, Occurrence,
        ]);
}
