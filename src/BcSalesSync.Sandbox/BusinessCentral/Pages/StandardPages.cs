using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// The pages of API v2.0 (wire-bc 6), in the order of their properties there.
internal static class StandardPages
{
    public static IReadOnlyList<BcPage> Make(PageSources sources) =>
    [
        Companies(), CustomerPages.Standard(sources), VendorPages.Standard(sources), ContactPages.Standard(sources.Contacts),
        ContactPages.OfCustomers(sources.Contacts), ContactPages.Information(sources.Contacts),
        Whole("salespeoplePurchasers", "salespersonPurchaser", SalespersonTable.Table, Rights.All),
        Whole("currencies", "currency", CurrencyTable.Table, Rights.All),
        Whole("currencyExchangeRates", "currencyExchangeRate", ExchangeRateTable.Table, Rights.None),
        Whole("paymentTerms", "paymentTerm", CodeTables.PaymentTerms, Rights.All),
        Whole("shipmentMethods", "shipmentMethod", CodeTables.ShipmentMethod, Rights.All),
        Whole("countriesRegions", "countryRegion", CodeTables.Country, Rights.All),
        Whole("unitsOfMeasure", "unitOfMeasure", CodeTables.UnitOfMeasure, Rights.All),
        ItemPages.Standard(sources),
        Whole("itemLedgerEntries", "itemLedgerEntry", ItemLedgerTable.Table, Rights.None),
        OpportunityPages.Standard(sources),
        OrderPages.Orders(sources), OrderPages.OrderLines(sources.Documents), OrderPages.Quotes(sources),
        OrderPages.QuoteLines(sources.Documents),
        InvoicePages.Invoices(sources), InvoicePages.InvoiceLines(sources.Documents), InvoicePages.Shipments(sources),
        CreditMemoPages.CreditMemos(sources),
        InvoicePages.ShipmentLines(), LedgerPages.Financials(sources.Ledger), Accounts(),
        Whole("generalLedgerSetup", "generalLedgerSetup", SetupTables.GeneralLedger, Rights.None),
        CompanyInformation(sources),
    ];

    private static BcPage Companies()
    {
        var table = SetupTables.Company;
        return new PageBuilder("companies", "company", table)
            .Id()
            .ReadOnly(table["systemVersion"])
            .Alias("timestamp", table.Stamps.Version)
            .ReadOnly(table["name"], table["displayName"], table["businessProfileId"])
            .ReadOnly(table.Stamps.CreatedAt, table[BcTable.CreatedBy], table.Stamps.ModifiedAt, table[BcTable.ModifiedBy])
            .Build(systemWide: true);
    }

    private static BcPage Accounts() => new PageBuilder("accounts", "account", GlAccountTable.Table)
        .Id()
        .ReadOnly(
            GlAccountTable.Number, GlAccountTable.Name, GlAccountTable.Blocked, GlAccountTable.Type, GlAccountTable.DirectPosting)
        .LastModified()
        .Build();

    private static BcPage CompanyInformation(PageSources sources) =>
        new PageBuilder("companyInformation", "companyInformation", SetupTables.CompanyInformation)
            .Id()
            .OwnColumns(editable: true)
            .Computed("currencyCode", ColumnType.Code, _ => sources.LocalCurrency, isPageVariable: true)
            .LastModified()
            .Build("M");

    private static BcPage Whole(string set, string entity, Table table, string rights) =>
        new PageBuilder(set, entity, table).Id().OwnColumns(editable: rights.Length > 0).LastModified().Build(rights);
}
