using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class CustomerTable
{
    public static readonly Column Number = new("number", ColumnType.Code, 20) { Caption = "No." };
    public static readonly Column Name = new("displayName", ColumnType.Text, 100) { Caption = "Name" };
    public static readonly Column Type = Column.Option("type", "Company", "Person");
    public static readonly Column Address = Column.Text("addressLine1", 100);
    public static readonly Column Address2 = Column.Text("addressLine2", 50);
    public static readonly Column City = Column.Text("city", 30);
    public static readonly Column County = Column.Text("state", 30);
    public static readonly Column Country = new("country", ColumnType.Code, 10) { Caption = "Country/Region Code" };
    public static readonly Column PostCode = Column.Code("postalCode", 20);
    public static readonly Column Phone = Column.Text("phoneNumber", 30);
    public static readonly Column Mobile = Column.Text("mobilePhoneNumber", 30);
    public static readonly Column Email = Column.Text("email", 80);
    public static readonly Column Website = Column.Text("website", 255);
    public static readonly Column Fax = Column.Text("faxNumber", 30);
    public static readonly Column Contact = Column.Text("contact", 100);
    public static readonly Column PrimaryContact = new("primaryContactNumber", ColumnType.Code, 20) { Caption = "Primary Contact No." };
    public static readonly Column Salesperson = new("salespersonCode", ColumnType.Code, 20) { Caption = "Salesperson Code" };
    public static readonly Column CreditLimit = Column.Decimal("creditLimit");
    public static readonly Column TaxLiable = Column.Boolean("taxLiable");
    public static readonly Column TaxArea = Column.Guid("taxAreaId");
    public static readonly Column TaxRegistration = Column.Text("taxRegistrationNumber", 50);
    public static readonly Column Currency = new("currencyCode", ColumnType.Code, 10) { Caption = "Currency Code" };
    public static readonly Column CurrencyId = Column.Guid("currencyId");
    public static readonly Column PaymentTerms = new("paymentTermsCode", ColumnType.Code, 10) { Caption = "Payment Terms Code" };
    public static readonly Column PaymentTermsId = Column.Guid("paymentTermsId");
    public static readonly Column ShipmentMethod = new("shipmentMethodCode", ColumnType.Code, 10) { Caption = "Shipment Method Code" };
    public static readonly Column ShipmentMethodId = Column.Guid("shipmentMethodId");
    public static readonly Column PaymentMethodId = Column.Guid("paymentMethodId");
    public static readonly Column ShippingAgent = new("shippingAgentCode", ColumnType.Code, 10) { Caption = "Shipping Agent Code" };
    public static readonly Column PriceGroup = new("customerPriceGroup", ColumnType.Code, 10) { Caption = "Customer Price Group" };
    public static readonly Column Blocked = Column.Option("blocked", " ", "Ship", "Invoice", "All");
    public static readonly Column PostingGroup = Column.Code("customerPostingGroup", 20);
    public static readonly Column PricesIncludeTax = Column.Boolean("pricesIncludeTax");
    public static readonly Column VatGroup = Column.Code("vatBusPostingGroup", 20);

    // Whether lines take stock for themselves as soon as they are entered.
    public static readonly Column Reserve = Column.Option("reserve", ReservationPolicy.All);

    public static readonly Table Table = BcTable.Make(
        18, "Customer", "customers", Number, Number, Name, Type, Address, Address2, City, County, Country, PostCode, Phone, Mobile, Email,
        Website, Fax, Contact, PrimaryContact, Salesperson, CreditLimit, TaxLiable, TaxArea, TaxRegistration, Currency, CurrencyId,
        PaymentTerms, PaymentTermsId, ShipmentMethod, ShipmentMethodId, PaymentMethodId, ShippingAgent, PriceGroup, Blocked,
        PostingGroup, PricesIncludeTax, VatGroup, Reserve);
}
