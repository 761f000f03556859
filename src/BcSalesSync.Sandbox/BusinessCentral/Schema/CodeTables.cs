using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// The small tables other tables refer to by code.
internal static class CodeTables
{
    public static readonly Table PaymentTerms = BcTable.Make(
        3, "Payment Terms", "paymentTerms", Code(), Column.Text("displayName", 100), Column.Text("dueDateCalculation", 32),
        Column.Text("discountDateCalculation", 32), Column.Decimal("discountPercent"), Column.Boolean("calculateDiscountOnCreditMemos"));

    public static readonly Table ShipmentMethod = BcTable.Make(
        10, "Shipment Method", "shipmentMethods", Code(), Column.Text("displayName", 100));

    // Not published by API v2.0: but for code and name, its properties carry the names of the AL fields (wire-bc 10 a).
    public static readonly Table ShippingAgent = BcTable.Make(
        291, "Shipping Agent", "shippingAgents", Code(), Column.Text("displayName", 50), Column.Text("internetAddress", 250),
        Column.Text("accountNumber", 30));

    public static readonly Table UnitOfMeasure = BcTable.Make(
        204, "Unit of Measure", "unitsOfMeasure", Code(), Column.Text("displayName", 50), Column.Code("internationalStandardCode", 10),
        Column.Text("symbol", 10));

    public static readonly Table CustomerPriceGroup = BcTable.Make(
        6, "Customer Price Group", "customerPriceGroups", Code(), Column.Text("description", 100), Column.Boolean("priceIncludesVat"));

    public static readonly Table Country = BcTable.Make(
        9, "Country/Region", "countriesRegions", Code(), Column.Text("displayName", 50),
        Column.Option(
            "addressFormat", "Post Code+City", "City+Post Code", "City+County+Post Code", "Blank Line+Post Code+City",
            "City+County+New Line+Post Code", "Post Code+City+County", "County+Post Code+City", "Custom"));

    private static Column Code() => new("code", ColumnType.Code, 10) { Caption = "Code" };
}
