using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

// A code column that must name a row of another table. API v2.0 often has a second property with that row's id.
internal sealed record TableRelation(Column Code, Table Related, Column? IdTwin = null)
{
    public static readonly IReadOnlyDictionary<Table, IReadOnlyList<TableRelation>> OfTable =
        new Dictionary<Table, IReadOnlyList<TableRelation>>
    {
        [CustomerTable.Table] =
        [
            new(CustomerTable.Country, CodeTables.Country),
            new(CustomerTable.Salesperson, SalespersonTable.Table),
            new(CustomerTable.Currency, CurrencyTable.Table, CustomerTable.CurrencyId),
            new(CustomerTable.PaymentTerms, CodeTables.PaymentTerms, CustomerTable.PaymentTermsId),
            new(CustomerTable.ShipmentMethod, CodeTables.ShipmentMethod, CustomerTable.ShipmentMethodId),
            new(CustomerTable.ShippingAgent, CodeTables.ShippingAgent),
            new(CustomerTable.PrimaryContact, ContactTable.Table),
            new(CustomerTable.PriceGroup, CodeTables.CustomerPriceGroup),
        ],
        [VendorTable.Table] =
        [
            new(VendorTable.Country, CodeTables.Country),
            new(VendorTable.Purchaser, SalespersonTable.Table),
            new(VendorTable.Currency, CurrencyTable.Table, VendorTable.CurrencyId),
            new(VendorTable.PaymentTerms, CodeTables.PaymentTerms, VendorTable.PaymentTermsId),
            new(VendorTable.ShipmentMethod, CodeTables.ShipmentMethod),
            new(VendorTable.ShippingAgent, CodeTables.ShippingAgent),
            new(VendorTable.PrimaryContact, ContactTable.Table),
        ],
        [ContactTable.Table] =
        [
            new(ContactTable.Country, CodeTables.Country),
            new(ContactTable.Salesperson, SalespersonTable.Table),
            new(ContactTable.Currency, CurrencyTable.Table),
            new(ContactTable.CompanyNumber, ContactTable.Table),
        ],
        [RelationTable.Table] =
        [
            new(RelationTable.ContactNumber, ContactTable.Table),
            new(RelationTable.Number, CustomerTable.Table) { When = (RelationTable.LinkToTable, "Customer") },
            new(RelationTable.Number, VendorTable.Table) { When = (RelationTable.LinkToTable, "Vendor") },
        ],
        [ExchangeRateTable.Table] = [new(ExchangeRateTable.Currency, CurrencyTable.Table)],
        [ItemTable.Table] =
        [
            new(ItemTable.BaseUnit, CodeTables.UnitOfMeasure, ItemTable.BaseUnitId),
            new(ItemTable.Vendor, VendorTable.Table),
        ],
        [ResourceTable.Table] =
        [
            new(ResourceTable.BaseUnit, CodeTables.UnitOfMeasure),
            new(ResourceTable.Vendor, VendorTable.Table),
        ],
        [ProductUnitTable.OfItem.Table] = UnitRelations(ProductKind.Item),
        [ProductUnitTable.OfResource.Table] = UnitRelations(ProductKind.Resource),
        [ItemLedgerTable.Table] = [new(ItemLedgerTable.Item, ItemTable.Table)],
        [SalesPriceTable.Table] =
        [
            new(SalesPriceTable.Item, ItemTable.Table, SalesPriceTable.ItemId),
            new(SalesPriceTable.SalesCode, CustomerTable.Table) { When = (SalesPriceTable.SalesType, "Customer") },
            new(SalesPriceTable.SalesCode, CodeTables.CustomerPriceGroup)
            {
                When = (SalesPriceTable.SalesType, SalesPriceTable.PriceGroup),
            },
            new(SalesPriceTable.Currency, CurrencyTable.Table),
            new(SalesPriceTable.Unit, CodeTables.UnitOfMeasure),
        ],
        [PriceListTable.Table] = [new(PriceListTable.Currency, CurrencyTable.Table)],
        [PriceListLineTable.Table] =
        [
            new(PriceListLineTable.List, PriceListTable.Table, PriceListLineTable.ListId),
            new(PriceListLineTable.Asset, ItemTable.Table, PriceListLineTable.AssetId) { When = (PriceListLineTable.AssetType, "Item") },
            new(PriceListLineTable.Asset, ResourceTable.Table, PriceListLineTable.AssetId)
            {
                When = (PriceListLineTable.AssetType, "Resource"),
            },
            new(PriceListLineTable.Unit, CodeTables.UnitOfMeasure),
            new(PriceListLineTable.Currency, CurrencyTable.Table),
        ],
        [OpportunityTable.Table] =
        [
            new(OpportunityTable.Contact, ContactTable.Table),
            new(OpportunityTable.ContactCompany, ContactTable.Table),
            new(OpportunityTable.Salesperson, SalespersonTable.Table),
        ],
        [SalesHeaderTable.Table] = DocumentRelations.OfHeader,
        [SalesLineTable.Table] = DocumentRelations.OfLine,
        [PostedInvoiceTable.Table] = DocumentRelations.OfPostedHeader(PostedInvoiceTable.Table),
        [PostedShipmentTable.Table] = DocumentRelations.OfPostedHeader(PostedShipmentTable.Table),
        [PostedInvoiceLineTable.Table] = DocumentRelations.OfPostedLine(PostedInvoiceLineTable.Table),
        [PostedShipmentLineTable.Table] = DocumentRelations.OfPostedLine(PostedShipmentLineTable.Table),
        [CustomerLedgerTable.Table] = [new(CustomerLedgerTable.Customer, CustomerTable.Table)],
        [DetailedLedgerTable.Table] = [new(DetailedLedgerTable.Customer, CustomerTable.Table)],
        [SalesSetupTable.Table] =
        [
            new(SalesSetupTable.WriteInNumber, ItemTable.Table) { When = (SalesSetupTable.WriteInType, "Item") },
            new(SalesSetupTable.WriteInNumber, ResourceTable.Table) { When = (SalesSetupTable.WriteInType, "Resource") },
            new(SalesSetupTable.DefaultPriceList, PriceListTable.Table),
            new(SalesSetupTable.FreightAccount, GlAccountTable.Table),
        ],
    };

    // Holds only while another column says so; null holds always.
    public (Column Column, string Value)? When { get; init; }

    public static IReadOnlyList<TableRelation> Of(Table table) => OfTable.GetValueOrDefault(table) ?? [];

    public bool Applies(RowDraft draft) => When is not { } condition || draft.Text(condition.Column) == condition.Value;

    private static TableRelation[] UnitRelations(ProductKind kind) =>
    [
        new(kind.Units.Number, kind.Table, kind.Units.ProductId),
        new(kind.Units.Code, CodeTables.UnitOfMeasure),
    ];
}
