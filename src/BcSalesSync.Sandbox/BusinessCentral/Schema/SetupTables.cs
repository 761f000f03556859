using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// Company and set-up, one row each, and the tables of the companion app.
internal static class SetupTables
{
    public static readonly Column LocalCurrency = Column.Code("localCurrencyCode", 10);
    public static readonly Column LocalCurrencySymbol = Column.Text("localCurrencySymbol", 10);
    public static readonly Column CompanyName = Column.Text("name", 30);

    public static readonly Table Company = BcTable.Make(
        2000000006, "Company", "companies", CompanyName, Column.Text("systemVersion", 20), CompanyName, Column.Text("displayName", 250),
        Column.Text("businessProfileId", 250));

    public static readonly Table GeneralLedger = BcTable.MakeSetup(
        98, "General Ledger Setup", "generalLedgerSetup", Column.Date("allowPostingFrom"), Column.Date("allowPostingTo"),
        Column.Code("additionalReportingCurrency", 10), LocalCurrency, LocalCurrencySymbol, Column.Boolean("allowQueryFromConsolidation"));

    public static readonly Table CompanyInformation = BcTable.MakeSetup(
        79, "Company Information", "companyInformation", Column.Text("displayName", 100), Column.Text("addressLine1", 100),
        Column.Text("addressLine2", 50), Column.Text("city", 30), Column.Text("state", 30), Column.Code("country", 10),
        Column.Code("postalCode", 20), Column.Text("phoneNumber", 30), Column.Text("faxNumber", 30), Column.Text("email", 80),
        Column.Text("website", 255), Column.Text("taxRegistrationNumber", 50), Column.Text("industry", 30),
        Column.Date("currentFiscalYearStartDate"));

    // Fills blank fields of a new customer without posting group (wire-bc 5.1).
    public static readonly Table CustomerTemplate = BcTable.Make(
        1381, "Customer Templ.", "customerTemplates", Column.Code("code", 20), Column.Code("country", 10),
        Column.Code("paymentTermsCode", 10), Column.Code("shipmentMethodCode", 10), Column.Code("customerPostingGroup", 20));

    public static readonly Table Capability = BcTable.Make(
        60100, "Capability", "capabilities", Column.Text("appVersion", 20), Column.Text("schemaVersion", 20), Column.Text("timeZone", 50));

    public static readonly Table DeletedRecord = BcTable.Make(
        60101, "Deleted Record", "deletedRecords", Column.Integer("tableId"), Column.Guid("recordSystemId"), Column.Text("number", 20),
        Column.DateTime("deletedAt"));

    public static readonly Table Coupling = BcTable.Make(
        5331, "CRM Integration Record", "couplings", Column.Guid("dataverseId"), Column.Integer("tableId"), Column.Guid("recordSystemId"),
        Column.Boolean("skipped"));
}
