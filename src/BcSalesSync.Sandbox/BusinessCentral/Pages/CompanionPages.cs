using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// The pages of the companion API (wire-bc 10): real tables, all mapped fields, system columns, an id the client may choose.
internal static class CompanionPages
{
    public static IReadOnlyList<BcPage> Make(PageSources sources) =>
    [
        Capabilities(sources),
        CustomerPages.Companion(), VendorPages.Companion(), ContactPages.Companion(sources.Contacts),
        ItemPages.Companion(sources.Products), ResourcePages.Companion(sources.Products),
        UnitPages.Groups(sources.Products), UnitPages.OfProducts(ProductKind.Item), UnitPages.OfProducts(ProductKind.Resource),
        PricePages.CustomerPriceGroups(), PricePages.SalesPrices(sources.Products), PricePages.Headers(),
        PricePages.Lines(sources.Products),
        OpportunityPages.Companion(sources),
        DocumentPages.Headers(sources.Documents), DocumentPages.Lines(),
        PostedPages.Invoices(sources), PostedPages.InvoiceLines(sources.Documents), PostedPages.Shipments(sources.Documents),
        PostedPages.ShipmentLines(),
        PostedPages.Notes(),
        LedgerPages.Entries(sources.Ledger), LedgerPages.Details(), LedgerPages.Statistics(sources.Ledger),
        ArchivePages.Headers(sources.Documents), ArchivePages.Lines(),
        Options("paymentTerms", "paymentTerm", CodeTables.PaymentTerms),
        Options("shipmentMethods", "shipmentMethod", CodeTables.ShipmentMethod),
        Options("shippingAgents", "shippingAgent", CodeTables.ShippingAgent),
        Coded("unitsOfMeasure", "unitOfMeasure", CodeTables.UnitOfMeasure),
        Read("salesSetup", "salesSetup", SalesSetupTable.Table),
        Read("couplings", "coupling", SetupTables.Coupling),
        new PageBuilder("deletedRecords", "deletedRecord", SetupTables.DeletedRecord)
            .Id().OwnColumns(editable: false).ReadOnly(SetupTables.DeletedRecord.Stamps.Version).Build(),
    ];

    private static BcPage Capabilities(PageSources sources)
    {
        var table = SetupTables.Capability;
        return new PageBuilder("capabilities", "capability", table)
            .Id()
            .ReadOnly(table["appVersion"], table["schemaVersion"])
            .Computed("localCurrencyCode", ColumnType.Code, _ => sources.LocalCurrency, maxLength: 10)
            .ReadOnly(table["timeZone"])
            .Computed("minimumActiveRowVersion", ColumnType.BigInteger, _ => sources.MinimumActiveRowVersion)
            .ThroughVariables("appVersion", "schemaVersion", "localCurrencyCode", "timeZone", "minimumActiveRowVersion")
            .Build();
    }

    // Code, name and system columns: API v2.0 has the rest, but no row versions.
    private static BcPage Coded(string set, string entity, Table table) =>
        new PageBuilder(set, entity, table).Id().ReadOnly(table["code"], table["displayName"]).SystemColumns().Build();

    // Codes that options of Sales may become.
    private static BcPage Options(string set, string entity, Table table) => new PageBuilder(set, entity, table)
        .Id(editableOnCreate: true).Writable(table["code"], table["displayName"]).SystemColumns().Build(Rights.All);

    private static BcPage Read(string set, string entity, Table table) =>
        new PageBuilder(set, entity, table).Id().OwnColumns(editable: false).SystemColumns().Build();
}
