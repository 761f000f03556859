using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

internal static class VendorPages
{
    public static BcPage Standard(PageSources sources) => new PageBuilder("vendors", "vendor", VendorTable.Table)
        .Id()
        .Writable(
            VendorTable.Number, VendorTable.Name, VendorTable.Address, VendorTable.Address2, VendorTable.City, VendorTable.County,
            VendorTable.Country, VendorTable.PostCode, VendorTable.Phone, VendorTable.Email, VendorTable.Website, VendorTable.CurrencyId)
        .Shown(VendorTable.Currency, row => sources.ShownCurrency(row, VendorTable.Currency))
        .Writable(VendorTable.PaymentTermsId, VendorTable.Blocked)
        .Computed("balance", ColumnType.Decimal, _ => 0m)
        .LastModified()
        .Leads("currency", "currencies", false, row => sources.Related(row, VendorTable.Currency, CurrencyTable.Table))
        .Leads("paymentTerm", "paymentTerms", false, row => sources.Related(row, VendorTable.PaymentTerms, CodeTables.PaymentTerms))
        .Leads("contactsInformation", "contactsInformation", true, row => sources.Contacts.ContactsOf(BusinessPartner.Vendor, row))
        .Build(Rights.All);

    public static BcPage Companion() => new PageBuilder("vendors", "vendor", VendorTable.Table)
        .Id(editableOnCreate: true)
        .Writable(
            VendorTable.Number, VendorTable.Name, VendorTable.Contact, VendorTable.Address, VendorTable.Address2, VendorTable.City,
            VendorTable.County, VendorTable.Country, VendorTable.PostCode, VendorTable.Phone, VendorTable.Mobile, VendorTable.Fax,
            VendorTable.Email, VendorTable.Website, VendorTable.Purchaser, VendorTable.Currency, VendorTable.PaymentTerms,
            VendorTable.ShipmentMethod, VendorTable.ShippingAgent, VendorTable.PrimaryContact, VendorTable.Blocked)
        .SystemColumns()
        .Build(Rights.All);
}
