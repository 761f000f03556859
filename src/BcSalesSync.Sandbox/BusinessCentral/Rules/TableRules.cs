using BcSalesSync.Sandbox.BusinessCentral.Documents;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// The tables with rules of their own.
internal static class TableRules
{
    public static Dictionary<Table, ITableRules> Make(BcSession session, ItemLedger ledger)
    {
        var company = new CompanyContact(session);
        return new Dictionary<Table, ITableRules>
        {
            [CustomerTable.Table] = new PartnerRules(session, company, BusinessPartner.Customer),
            [VendorTable.Table] = new PartnerRules(session, company, BusinessPartner.Vendor),
            [ContactTable.Table] = new ContactRules(session, company),
            [ItemTable.Table] = new ProductRules(session, ProductKind.Item, ledger),
            [ResourceTable.Table] = new ProductRules(session, ProductKind.Resource, ledger),
            [ProductUnitTable.OfItem.Table] = new ProductUnitRules(session, ProductKind.Item),
            [ProductUnitTable.OfResource.Table] = new ProductUnitRules(session, ProductKind.Resource),
            [CodeTables.CustomerPriceGroup] = new PriceGroupRules(session),
            [SalesPriceTable.Table] = new SalesPriceRules(session),
            [PriceListTable.Table] = new PriceListRules(session),
            [PriceListLineTable.Table] = new PriceListLineRules(session),
            [OpportunityTable.Table] = new OpportunityRules(session),
            [SalesSetupTable.Table] = new SalesSetupRules(session),
            [SalesHeaderTable.Table] = new SalesHeaderRules(session),
            [SalesLineTable.Table] = new SalesLineRules(session),
            [SalesNoteTable.Table] = new SalesNoteRules(session),
        };
    }
}
