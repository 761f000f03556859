using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class BcTables
{
    public static readonly IReadOnlyList<Table> All =
    [
        SetupTables.Company, SetupTables.GeneralLedger, SetupTables.CompanyInformation, SetupTables.CustomerTemplate,
        SetupTables.Capability,
        SetupTables.DeletedRecord, SetupTables.Coupling, CustomerTable.Table, VendorTable.Table, ContactTable.Table, RelationTable.Table,
        SalespersonTable.Table,
        CurrencyTable.Table, ExchangeRateTable.Table, CodeTables.PaymentTerms, CodeTables.ShipmentMethod, CodeTables.ShippingAgent,
        CodeTables.Country, CodeTables.UnitOfMeasure, CodeTables.CustomerPriceGroup, ItemTable.Table, ResourceTable.Table,
        ProductUnitTable.OfItem.Table, ProductUnitTable.OfResource.Table, UnitGroupTable.Table, ItemLedgerTable.Table,
        SalesPriceTable.Table, PriceListTable.Table, PriceListLineTable.Table, OpportunityTable.Table, SalesSetupTable.Table,
        GlAccountTable.Table, VatSetupTable.Table, SalesHeaderTable.Table, SalesLineTable.Table, DocumentBufferTable.Table,
        HeaderArchiveTable.Table, LineArchiveTable.Table, PostedShipmentTable.Table, PostedShipmentLineTable.Table,
        PostedInvoiceTable.Table, PostedInvoiceLineTable.Table, CreditMemoTable.Table, CustomerLedgerTable.Table, DetailedLedgerTable.Table,
        SalesNoteTable.Table,
    ];
}
