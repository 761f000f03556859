using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

internal static class CustomerPages
{
    public static BcPage Standard(PageSources sources) => new PageBuilder("customers", "customer", CustomerTable.Table)
        .Id()
        .Writable(
            CustomerTable.Number, CustomerTable.Name, CustomerTable.Type, CustomerTable.Address, CustomerTable.Address2, CustomerTable.City,
            CustomerTable.County, CustomerTable.Country, CustomerTable.PostCode, CustomerTable.Phone, CustomerTable.Email,
            CustomerTable.Website, CustomerTable.Salesperson)
        .Computed("balanceDue", ColumnType.Decimal, row => sources.Ledger.Overdue(row))
        .Writable(CustomerTable.CreditLimit, CustomerTable.TaxLiable, CustomerTable.TaxArea)
        .Computed("taxAreaDisplayName", ColumnType.Text, _ => "", isPageVariable: true)
        .Writable(CustomerTable.TaxRegistration, CustomerTable.CurrencyId)
        .Shown(CustomerTable.Currency, row => sources.ShownCurrency(row, CustomerTable.Currency))
        .Writable(CustomerTable.PaymentTermsId, CustomerTable.ShipmentMethodId, CustomerTable.PaymentMethodId, CustomerTable.Blocked)
        .LastModified()
        .Leads("currency", "currencies", false, row => sources.Related(row, CustomerTable.Currency, CurrencyTable.Table))
        .Leads("paymentTerm", "paymentTerms", false, row => sources.Related(row, CustomerTable.PaymentTerms, CodeTables.PaymentTerms))
        .Leads("shipmentMethod", "shipmentMethods", false, row =>
            sources.Related(row, CustomerTable.ShipmentMethod, CodeTables.ShipmentMethod))
        .Leads("customerFinancialDetail", "customerFinancialDetails", false, row => [row])
        .Leads("contactsInformation", "contactsInformation", true, row => sources.Contacts.ContactsOf(BusinessPartner.Customer, row))
        .Build(Rights.All);

    public static BcPage Companion() => new PageBuilder("customers", "customer", CustomerTable.Table)
        .Id(editableOnCreate: true)
        .Writable(
            CustomerTable.Number, CustomerTable.Name, CustomerTable.Type, CustomerTable.Contact, CustomerTable.Address,
            CustomerTable.Address2, CustomerTable.City, CustomerTable.County, CustomerTable.Country, CustomerTable.PostCode,
            CustomerTable.Phone, CustomerTable.Mobile, CustomerTable.Fax, CustomerTable.Email, CustomerTable.Website,
            CustomerTable.Salesperson, CustomerTable.CreditLimit, CustomerTable.TaxLiable, CustomerTable.TaxArea,
            CustomerTable.TaxRegistration, CustomerTable.CurrencyId, CustomerTable.Currency, CustomerTable.PaymentTermsId,
            CustomerTable.PaymentTerms, CustomerTable.ShipmentMethodId, CustomerTable.ShipmentMethod, CustomerTable.PaymentMethodId,
            CustomerTable.ShippingAgent, CustomerTable.PrimaryContact, CustomerTable.PriceGroup, CustomerTable.Blocked,
            CustomerTable.PricesIncludeTax, CustomerTable.VatGroup)
        .SystemColumns()
        .ThroughVariables("taxRegistrationNumber")
        .Build(Rights.All);
}
